/** The system as CDK constructs: one for each stage, and {@code WauStack} that puts them together. */
@NullMarked
package dev.wau.infra.stack;

import org.jspecify.annotations.NullMarked;
