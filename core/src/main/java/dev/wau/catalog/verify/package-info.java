/** Whether files, catalog and warehouse say the same, and what to do where they don't. */
@NullMarked
package dev.wau.catalog.verify;

import org.jspecify.annotations.NullMarked;
