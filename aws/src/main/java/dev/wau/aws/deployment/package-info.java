/** Looks at what is deployed in an AWS account, for {@code wau doctor}: it reads settings and changes none. */
@NullMarked
package dev.wau.aws.deployment;

import org.jspecify.annotations.NullMarked;
