/** From Maven's build to the folder that {@code ./wau} starts from, and the training run for its class-data archive. */
@NullMarked
package dev.wau.cli.install;

import org.jspecify.annotations.NullMarked;
