/** The words of the product as types: customers, file versions, batches, runs, rejects, errors. */
@NullMarked
package dev.wau.model;

import org.jspecify.annotations.NullMarked;
