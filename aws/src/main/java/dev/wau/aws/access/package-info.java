/** Clients of AWS services, with credentials of the account that owns a place. */
@NullMarked
package dev.wau.aws.access;

import org.jspecify.annotations.NullMarked;
