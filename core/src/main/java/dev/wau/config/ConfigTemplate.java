package dev.wau.config;

import dev.wau.model.Customer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The {@code wau.yaml} that {@code wau init} writes: every option with its default and what it does, in comments. {@link
 * ConfigReader} reads it as it is.
 */
public final class ConfigTemplate {

    private static final String CUSTOMERS = "\ncustomers:\n";

    private ConfigTemplate() {}

    /** The text with example customers. */
    public static String text() {
        try (InputStream resource =
                Objects.requireNonNull(ConfigTemplate.class.getResourceAsStream("wau.yaml"), "wau.yaml")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text with these customers; the example ones when there are none. */
    public static String text(List<DetectedCustomer> customers) {
        String text = text();
        if (customers.isEmpty()) {
            return text;
        }
        StringBuilder made = new StringBuilder(text.substring(0, text.indexOf(CUSTOMERS) + CUSTOMERS.length()));
        for (DetectedCustomer customer : customers) {
            made.append("  ").append(quoted(customer.customer().name())).append(":\n");
            made.append("    source: ").append(quoted(customer.source())).append('\n');
        }
        return made.toString();
    }

    /**
     * The customers of a folder with one folder for each: every visible sub-folder that holds something, by name.
     *
     * @param folder whose sub-folders are the customers'
     * @param said how {@code wau.yaml} shall say that folder, such as {@code ./exports}
     */
    public static List<DetectedCustomer> detect(Path folder, String said) throws IOException {
        List<DetectedCustomer> customers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Path child : children(folder)) {
            String file = child.getFileName().toString();
            String name = unused(customerName(file), names);
            if (!file.startsWith(".")
                    && Files.isDirectory(child)
                    && !children(child).isEmpty()) {
                names.add(name.toLowerCase(Locale.ROOT));
                customers.add(new DetectedCustomer(new Customer(name), said + "/" + file));
            }
        }
        return customers;
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }

    // A folder's name may hold what a customer's may not.
    private static String customerName(String folder) {
        String name = folder.replaceAll("[^A-Za-z0-9._-]", "-").replaceAll("^[^A-Za-z0-9]+", "");
        String named = name.isEmpty() ? "customer" : name;
        return named.substring(0, Math.min(named.length(), 90));
    }

    private static String unused(String name, Set<String> names) {
        String unused = name;
        for (int i = 2; names.contains(unused.toLowerCase(Locale.ROOT)); i++) {
            unused = name + "-" + i;
        }
        return unused;
    }

    private static String quoted(String text) {
        boolean plain = text.matches("[A-Za-z./][A-Za-z0-9._/-]*") && !text.matches("(?i)true|false|null|none|yes|no");
        return plain ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
