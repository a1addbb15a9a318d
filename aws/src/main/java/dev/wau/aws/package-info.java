/** AWS as a whole: what opens its places and runs its jobs, on one pool of connections. */
@NullMarked
package dev.wau.aws;

import org.jspecify.annotations.NullMarked;
