package dev.wau.infra.cost;

/**
 * What S3 is asked in a month. A file is read where it comes from and written to {@code csv/} (GET, PUT, HEAD); its load asks
 * whether it is as the marker says and reads it twice (HEAD, 2 GET: docs/scale.md). A run lists {@code csv/} and the
 * customers' sources, a thousand objects at a time, and writes and reads marker, ledgers and its hold.
 *
 * @param puts PUT, COPY, POST and LIST, which cost the same
 * @param gets GET and all others
 */
record Requests(double puts, double gets) {

    private static final int LISTED = 1000;
    private static final int PUTS_OF_A_RUN = 10;
    private static final int GETS_OF_A_RUN = 20;
    private static final int GETS_OF_A_FILE = 5;

    static Requests of(Work work) {
        double files = work.usage().filesPerDay();
        double lists = Math.ceil(files * work.days() / LISTED) + work.customers();
        double puts = files * (1 + work.delivered()) + work.runs() * (lists + PUTS_OF_A_RUN);
        double gets = files * GETS_OF_A_FILE + work.runs() * GETS_OF_A_RUN;
        return new Requests(Work.monthly(puts), Work.monthly(gets));
    }

    double all() {
        return puts + gets;
    }
}
