@NullMarked
package dev.wau.infra.command;

import org.jspecify.annotations.NullMarked;
