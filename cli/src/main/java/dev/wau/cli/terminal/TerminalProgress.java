package dev.wau.cli.terminal;

import dev.wau.progress.Progress;

/**
 * Draws long work on standard error: one live line with bar, rate and remaining time on a terminal; plain lines, at
 * most one in ten seconds, elsewhere. Each stage leaves one line with what it did. Thread-safe; never throws.
 */
public final class TerminalProgress implements Progress {

    private final Terminal terminal;

    public TerminalProgress(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Stage start(String stage, long totalBytes, long totalFiles) {
        return new TerminalStage(terminal, stage, totalBytes, totalFiles);
    }
}
