package dev.wau.benchmark.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What stands in cells, as it is written in a file: quoted where it must be. */
final class Texts {

    static final byte[][] EVENTS = cells(
            "document.viewed",
            "document.viewed",
            "document.viewed",
            "document.updated",
            "document.created",
            "comment.added",
            "search.performed",
            "user.login",
            "user.logout",
            "report.exported",
            "file.uploaded",
            "member.invited");

    /** Three of eight hold a comma. */
    static final byte[][] AGENTS = cells(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0",
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15",
            "Mozilla/5.0 (X11; Linux x86_64; rv:139.0) Gecko/20100101 Firefox/139.0",
            "okhttp/4.12",
            "python-requests/2.32.3",
            "desktop/7.4 (linux, x64)",
            "mobile/3.1 (iOS 18.5, iPhone)",
            "");

    static final byte[][] TITLES = cells(
            "", "", "", "", "", "", "Roadmap 2025", "Budget, second draft", "The \"final\" contract", "Übersicht");

    static final byte[][] QUERIES =
            cells("", "", "", "", "", "", "invoice 2024", "\"exact phrase\"", "status:open, owner:me", "naïve");

    static final byte[][] METHODS = cells("", "", "", "", "password", "sso", "token");

    static final byte[][] CHANGES = cells(
            "{\"field\":\"status\",\"from\":\"draft\",\"to\":\"final\"}",
            "{\"field\":\"title\",\"from\":\"A, B\",\"to\":\"A \\\"B\\\"\"}",
            "{\n  \"field\": \"owner\",\n  \"from\": null\n}",
            "{\"field\":\"tags\",\n\"to\":[\"a\",\"b\"]}");

    static final byte[][] DETAILS = cells("", "on", "off", "eu-west-1", "a, b", "unchanged", "42", "3.5");

    private Texts() {}

    private static byte[][] cells(String... texts) {
        return Arrays.stream(texts)
                .map(text -> cell(text).getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    private static String cell(String text) {
        boolean plain = text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0;
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
