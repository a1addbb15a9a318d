/** Fakes of AWS services: they speak the services' HTTP protocols, so that the real clients are in a test. */
@NullMarked
package dev.wau.testing.aws;

import org.jspecify.annotations.NullMarked;
