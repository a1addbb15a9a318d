@NullMarked
package dev.wau.aws.s3;

import org.jspecify.annotations.NullMarked;
