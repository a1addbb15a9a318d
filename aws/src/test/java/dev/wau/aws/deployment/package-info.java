@NullMarked
package dev.wau.aws.deployment;

import org.jspecify.annotations.NullMarked;
