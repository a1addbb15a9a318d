/** Networks that fail when they are told to: TCP connections that are cut, HTTP requests that go wrong. */
@NullMarked
package dev.wau.testing.network;

import org.jspecify.annotations.NullMarked;
