/** What an environment is made of: {@code infra.yaml}, read and checked. docs/infra.md lists the keys. */
@NullMarked
package dev.wau.infra.settings;

import org.jspecify.annotations.NullMarked;
