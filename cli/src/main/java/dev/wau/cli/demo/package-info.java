/** The demo: made-up audit log files of eight customers, and the story of what wau does with them. */
@NullMarked
package dev.wau.cli.demo;

import org.jspecify.annotations.NullMarked;
