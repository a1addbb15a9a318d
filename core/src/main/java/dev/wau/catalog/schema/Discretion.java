package dev.wau.catalog.schema;

import dev.wau.csv.ColumnNames;
import dev.wau.csv.FileColumn;
import dev.wau.csv.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Of which columns nothing is shown but their type: users, their agents and identifiers, what {@code personal-data} names, and
 * names that sound like a person or a secret. docs/catalog.md says the rule. Immutable.
 */
public final class Discretion {

    private static final Set<Role> HIDDEN =
            EnumSet.of(Role.USER_ID, Role.USER_AGENT, Role.UNIQUE_IDENTIFIER, Role.DROPPED, Role.HASHED);

    private static final List<String> PARTS = List.of(
            "user",
            "name",
            "mail",
            "phone",
            "address",
            "person",
            "owner",
            "author",
            "assign",
            "recipient",
            "member",
            "birth",
            "passw",
            "secret",
            "token",
            "session",
            "identifier",
            "login",
            "account",
            "credential",
            "cookie",
            "csrf",
            "bearer",
            "api_key",
            "apikey",
            "access_key",
            "accesskey",
            "private_key",
            "privatekey",
            "passphrase",
            "fingerprint",
            "latitude",
            "longitude",
            "street",
            "postal",
            "approver",
            "reviewer",
            "operator",
            "employee",
            "contact",
            "sender",
            "manager",
            "principal",
            "patient",
            "doctor",
            "insurance",
            "salary",
            "gender",
            "religion",
            "diagnos",
            "benutzer",
            "mitarbeiter",
            "kunde",
            "kundin",
            "telefon",
            "strasse",
            "stra\u00dfe",
            "geburt",
            "steuer",
            "konto");

    private static final Set<String> WORDS = Set.of(
            "ip", "tel", "fax", "ssn", "iban", "card", "lat", "lon", "geo", "host", "device", "who", "by", "id", "key",
            "jwt", "otp", "pin", "tan", "pwd", "agent", "nick", "from", "to", "cc", "bcc", "actor", "client", "city",
            "ort", "zip", "plz", "sex", "race", "dob", "mac", "imei", "vin", "nhs");

    private final Set<String> personal;
    private final boolean silent;

    /** @param personal columns by their {@link ColumnNames} form */
    public Discretion(Set<String> personal) {
        this(Set.copyOf(personal), false);
    }

    private Discretion(Set<String> personal, boolean silent) {
        this.personal = personal;
        this.silent = silent;
    }

    /** Of no column anything is shown: a list of words can't know all that is personal. */
    public static Discretion ofAll() {
        return new Discretion(Set.of(), true);
    }

    /** Whether anything of the column's values may be shown. */
    boolean shows(FileColumn column) {
        String form = ColumnNames.of(column.name());
        return !silent
                && !HIDDEN.contains(column.role())
                && !personal.contains(form)
                && PARTS.stream().noneMatch(form::contains)
                && Arrays.stream(form.split("_")).noneMatch(WORDS::contains);
    }
}
