/** Stage 2, aggregate: new and changed files go to the central bucket, with the customer added and personal data removed. */
@NullMarked
package dev.wau.aggregate;

import org.jspecify.annotations.NullMarked;
