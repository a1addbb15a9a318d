package dev.wau.benchmark.measure;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a measurement stands on: the machine, and the versions in use. */
final class Machine {

    private Machine() {}

    /**
     * By name, in the order in which they are written down.
     *
     * @param root the repository
     */
    static Map<String, String> facts(Path root) {
        Map<String, String> facts = new LinkedHashMap<>();
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        facts.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        facts.put("memory", String.format(Locale.ROOT, "%.0f GiB", system.getTotalMemorySize() / (double) (1L << 30)));
        facts.put("load average", String.format(Locale.ROOT, "%.1f", system.getSystemLoadAverage()));
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        facts.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
        facts.put(
                "jvm options",
                String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments()));
        facts.put("wau", said(root, "git", "log", "-1", "--format=%h of %cI"));
        facts.put("duckdb", duckDb());
        facts.put("psql", said(root, "psql", "--version"));
        return facts;
    }

    private static String duckDb() {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first line that a program prints; empty where it isn't there. */
    private static String said(Path folder, String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).directory(folder.toFile()).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return output.lines().findFirst().orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
