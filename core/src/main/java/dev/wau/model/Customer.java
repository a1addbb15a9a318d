package dev.wau.model;

import java.util.regex.Pattern;

/**
 * The name of a customer: a tenant of the SaaS product that owns its audit log files. It is also a folder's name under
 * {@code csv/}, so it is one path segment of letters, digits, {@code .}, {@code _} and {@code -}.
 *
 * @param name 1 to 100 characters, the first a letter or digit
 */
public record Customer(String name) implements Comparable<Customer> {

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    public Customer {
        if (!VALID.matcher(name).matches()) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Invalid customer name: '" + name
                            + "' (1 to 100 of A-Z a-z 0-9 . _ -, the first a letter or digit)");
        }
    }

    @Override
    public int compareTo(Customer other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
