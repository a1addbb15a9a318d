package dev.wau.cli.terminal;

/** Few colours: one accent, grey, amber, red. Never the only signal: the text says it too. */
public enum Style {
    PLAIN(""),
    BOLD("1"),
    DIM("2"),
    ACCENT("36"),
    AMBER("33"),
    RED("31");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    String paint(String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
