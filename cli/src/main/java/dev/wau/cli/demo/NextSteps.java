package dev.wau.cli.demo;

import java.nio.file.Path;
import java.util.List;

/**
 * What to type next: works as it stands, from the working folder.
 *
 * @param wau as typed: {@code ./wau}
 * @param folder of the demo, as given
 * @param late the late customer; its last files wait in the folder {@code late}
 */
record NextSteps(String wau, Path folder, String late) {
    private static final int WIDEST = 49;

    /** One command a line. */
    List<String> lines() {
        String configured = wau + " -c " + quoted(folder.resolve("wau.yaml")) + " ";
        return List.of(
                line("Next:  ", configured + "report retention", "who comes back"),
                line("       ", configured + "rejects", "what was broken"),
                line("       ", configured + "verify --customer vandelay", "nothing lost or doubled"),
                "       cp " + quoted(folder.resolve("late").resolve(late)) + "/* "
                        + quoted(folder.resolve("exports").resolve(late)),
                line("       ", configured + "run", "completes the last week"));
    }

    private static String line(String indent, String command, String why) {
        return indent + command + " ".repeat(Math.max(2, WIDEST - command.length())) + why;
    }

    private static String quoted(Path path) {
        String text = path.toString();
        return text.matches("[A-Za-z0-9/._+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
