/** What an environment costs a month: published prices times what its configuration and its use come to. */
@NullMarked
package dev.wau.infra.cost;

import org.jspecify.annotations.NullMarked;
