package dev.wau.cli.demo;

/** What people write into cells: commas, quotes, line breaks, JSON, letters of many scripts. */
final class Texts {
    private static final String[] LATIN_TITLES = {
        "Roadmap 2025",
        "Budget, second draft",
        "The \"final\" contract",
        "Übersicht der Kosten",
        "Résumé des ventes",
        "Onboarding",
        "Minutes; action items",
        "Straßenbau, Los 3"
    };
    private static final String[] TITLES = {
        "Roadmap 2025",
        "Budget, second draft",
        "The \"final\" contract",
        "予算 2025",
        "План на квартал",
        "Launch 🚀",
        "Çağrı listesi",
        "Q3 – targets, risks"
    };
    private static final String[] COMMENTS = {
        "Looks good",
        "Looks good, thanks",
        "Please check \"table 2\"",
        "First point\nSecond point, with a comma",
        "Dear all,\r\n\r\nsee above.\r\nRegards",
        "+1",
        "Why 3.5 %?",
        "\"\"",
        " spaces around ",
        "=SUM(A1:A9)"
    };
    private static final String[] QUERIES = {
        "invoice 2024", "\"exact phrase\"", "status:open, owner:me", "naïve", "contract", "C:\\temp\\*.csv", "100%"
    };
    private static final String[] CHANGES = {
        "{\"field\":\"status\",\"from\":\"draft\",\"to\":\"final\"}",
        "{\"field\":\"title\",\"from\":\"A, B\",\"to\":\"A \\\"B\\\"\"}",
        "{\n  \"field\": \"owner\",\n  \"from\": null,\n  \"to\": \"u1007\"\n}",
        "{\"field\":\"tags\",\"to\":[\"a\",\"b\"]}",
        "{\"field\":\"body\",\"added\":118,\"removed\":4}"
    };
    private static final String[] AGENTS = {
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0.0.0 Safari/537.36",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15",
        "Mozilla/5.0 (X11; Linux x86_64; rv:139.0) Gecko/20100101 Firefox/139.0",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:139.0) Gecko/20100101 Firefox/139.0",
        "okhttp/4.12.0",
        "python-requests/2.32.3"
    };

    private Texts() {}

    static String title(Dice dice, boolean latin) {
        return dice.of(latin ? LATIN_TITLES : TITLES);
    }

    static String comment(Dice dice) {
        return dice.of(COMMENTS);
    }

    static String query(Dice dice) {
        return dice.of(QUERIES);
    }

    static String changes(Dice dice) {
        return dice.of(CHANGES);
    }

    static String agent(Dice dice) {
        return dice.of(AGENTS);
    }
}
