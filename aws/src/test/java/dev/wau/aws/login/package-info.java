@NullMarked
package dev.wau.aws.login;

import org.jspecify.annotations.NullMarked;
