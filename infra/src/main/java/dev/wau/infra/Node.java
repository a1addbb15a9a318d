package dev.wau.infra;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Node.js, in which CDK runs. */
public final class Node {

    /** The variable by which CDK is told of one that isn't on the path. */
    private static final String ELSEWHERE = "JSII_NODE";

    private Node() {}

    /**
     * Looks for it before CDK does, whose error would say less.
     *
     * @throws WauException NOT_FOUND
     */
    public static void require(Map<String, String> environment) {
        if (!environment.containsKey(ELSEWHERE) && !onPath("node", environment)) {
            throw new WauException(
                    ErrorCode.NOT_FOUND,
                    "Cannot find node on the PATH: CDK runs in Node.js (22 or newer; 20 works and warns)\n"
                            + "  Debian, Ubuntu: apt install nodejs     macOS: brew install node");
        }
    }

    /**
     * The same for npx, which starts CDK's command line.
     *
     * @throws WauException NOT_FOUND
     */
    public static void requireNpx(Map<String, String> environment) {
        require(environment);
        if (!onPath("npx", environment)) {
            throw new WauException(
                    ErrorCode.NOT_FOUND,
                    "Cannot find npx on the PATH, which starts CDK's command line: it comes with npm\n"
                            + "  Debian, Ubuntu: apt install npm     macOS: brew install node");
        }
    }

    private static boolean onPath(String name, Map<String, String> environment) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of(Path.of(folder, name), Path.of(folder, name + ".exe")))
                .anyMatch(Files::isExecutable);
    }
}
