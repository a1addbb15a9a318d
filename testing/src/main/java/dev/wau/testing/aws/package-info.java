/** AWS's services in this process: servers and fakes that speak the wire protocol, so that the real clients are tested. */
@NullMarked
package dev.wau.testing.aws;

import org.jspecify.annotations.NullMarked;
