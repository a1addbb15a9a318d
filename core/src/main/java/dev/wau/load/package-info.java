/** Stage 5, load: new file versions into the warehouse, once, in one transaction with the load history. */
@NullMarked
package dev.wau.load;

import org.jspecify.annotations.NullMarked;
