@NullMarked
package dev.wau.infra.cost;

import org.jspecify.annotations.NullMarked;
