@NullMarked
package dev.wau.infra.settings;

import org.jspecify.annotations.NullMarked;
