/** JMH benchmarks of what is done for each byte: the reader, the fingerprint, times. */
@NullMarked
package dev.wau.benchmark.micro;

import org.jspecify.annotations.NullMarked;
