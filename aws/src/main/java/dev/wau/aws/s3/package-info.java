/** S3 as {@link dev.wau.store.ObjectStore}: {@code s3://bucket/prefix}, access points, S3-compatible services. */
@NullMarked
package dev.wau.aws.s3;

import org.jspecify.annotations.NullMarked;
