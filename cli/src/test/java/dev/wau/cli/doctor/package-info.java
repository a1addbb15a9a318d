@NullMarked
package dev.wau.cli.doctor;

import org.jspecify.annotations.NullMarked;
