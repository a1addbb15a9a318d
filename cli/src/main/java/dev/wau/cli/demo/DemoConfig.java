package dev.wau.cli.demo;

import java.util.List;

/** The demo's {@code wau.yaml}: short enough to read, and a start for one's own. */
final class DemoConfig {
    private static final String HEAD = """
            # Made by 'wau demo'. For your own files: 'wau init FOLDER' writes a wau.yaml that explains every key.

            central: central                    # csv/ and complete/ are made here
            warehouse: jdbc:duckdb:wau.duckdb   # one file, made at the first run

            personal-data:
              drop: [ipAddress]                 # leaves before anything is copied

            customers:
            """;

    private static final String STANDARD = """
              %1$s:
                source: exports/%1$s
            """;

    private static final String GERMAN = """
              %1$s:                         # another product's exporter
                source: exports/%1$s
                dialect:
                  delimiter: ";"
                  encoding: iso-8859-1
                columns:
                  timestamp: Zeitpunkt
                  event: Aktion
                  user_id: Benutzer
                  user_agent: Browser
                  unique_identifier: Kennung
                time:
                  format: dd.MM.uuuu HH:mm:ss
                  zone: Europe/Berlin
            """;

    private DemoConfig() {}

    /** For these customers. */
    static String text(List<DemoCustomer> customers) {
        StringBuilder text = new StringBuilder(HEAD);
        for (DemoCustomer customer : customers) {
            text.append((customer.standardExporter() ? STANDARD : GERMAN).replace("%1$s", customer.name()));
        }
        return text.toString();
    }
}
