package dev.wau.infra;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Node.js, in which CDK runs. */
public final class Node {

    /** The variable by which CDK is told of one that isn't on the path. */
    private static final String ELSEWHERE = "JSII_NODE";

    private static final String RULE = "CDK runs in Node.js (22 or newer; 20 works and warns)";
    private static final Pattern VERSION = Pattern.compile("v(?<major>[0-9]{1,6})\\..*");
    private static final int OLDEST = 20;
    private static final int SECONDS = 20;
    private static final int MOST_SHOWN = 300;

    private Node() {}

    /**
     * Looks for it and asks its version before CDK starts it, whose errors would say less.
     *
     * @throws WauException NOT_FOUND; ENGINE_FAILED: it is there and isn't Node.js, or doesn't start
     */
    public static void require(Map<String, String> environment) {
        requireAnswer(found(environment));
    }

    /**
     * The same, and for npx, which starts CDK's command line.
     *
     * @throws WauException NOT_FOUND, ENGINE_FAILED
     */
    public static void requireNpx(Map<String, String> environment) {
        String node = found(environment);
        if (onPath("npx", environment).isEmpty()) {
            throw new WauException(
                    ErrorCode.NOT_FOUND,
                    "Cannot find npx on the PATH, which starts CDK's command line: it comes with npm\n"
                            + "  Debian, Ubuntu: apt install npm     macOS: brew install node");
        }
        requireAnswer(node);
    }

    private static String found(Map<String, String> environment) {
        String elsewhere = environment.get(ELSEWHERE);
        if (elsewhere != null) {
            return elsewhere;
        }
        return onPath("node", environment)
                .map(Path::toString)
                .orElseThrow(() -> new WauException(
                        ErrorCode.NOT_FOUND,
                        "Cannot find node on the PATH: " + RULE
                                + "\n  Debian, Ubuntu: apt install nodejs     macOS: brew install node"));
    }

    private static Optional<Path> onPath(String name, Map<String, String> environment) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of(Path.of(folder, name), Path.of(folder, name + ".exe")))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private static void requireAnswer(String node) {
        String answer;
        try {
            answer = version(node);
        } catch (IOException e) {
            throw refused(node, "it doesn't start: " + e.getMessage(), e);
        }
        OptionalInt major = answer.lines()
                .map(VERSION::matcher)
                .filter(Matcher::matches)
                .mapToInt(matcher -> Integer.parseInt(matcher.group("major")))
                .findFirst();
        if (major.isEmpty()) {
            throw refused(
                    node,
                    "asked for its version, it "
                            + (answer.isEmpty() ? "says nothing" : "says: " + answer.replace("\n", "\n    ")),
                    null);
        }
        if (major.getAsInt() < OLDEST) {
            throw refused(node, "it is too old, " + answer.replace("\n", "\n    "), null);
        }
    }

    /** What it says to {@code --version}. With blanks, the variable is a command line, as it is to CDK. */
    private static String version(String node) throws IOException {
        Process process = new ProcessBuilder(
                        node.matches(".*\\s.*")
                                ? List.of("/bin/sh", "-c", node + " --version")
                                : List.of(node, "--version"))
                .redirectErrorStream(true)
                .start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("no answer to '--version' within " + SECONDS + " s");
            }
            String said = new String(process.getInputStream().readNBytes(MOST_SHOWN), StandardCharsets.UTF_8).strip();
            return process.exitValue() == 0 ? said : (said + "\n(ended with " + process.exitValue() + ")").strip();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static WauException refused(String node, String why, @Nullable IOException cause) {
        String message = "Cannot use " + node + " as Node.js: " + why + "\n  " + RULE
                + "; which one is used, PATH says, or the variable " + ELSEWHERE;
        return cause == null
                ? new WauException(ErrorCode.ENGINE_FAILED, message)
                : new WauException(ErrorCode.ENGINE_FAILED, message, cause);
    }
}
