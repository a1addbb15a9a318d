/** Where objects live: the port {@link dev.wau.store.ObjectStore} and the local folder. */
@NullMarked
package dev.wau.store;

import org.jspecify.annotations.NullMarked;
