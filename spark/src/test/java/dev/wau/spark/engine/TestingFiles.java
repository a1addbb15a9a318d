package dev.wau.spark.engine;

import dev.wau.model.ObjectKey;
import dev.wau.store.ObjectStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Files of a central bucket: several headers, quoting, columns beyond the limit, rejects, and some that are refused. */
final class TestingFiles {

    private final ObjectStore central;

    TestingFiles(ObjectStore central) {
        this.central = central;
    }

    /** So many small files, and one of each kind of trouble. */
    TestingFiles write(int small) throws IOException {
        for (int i = 0; i < small; i++) {
            put(name(i), csv(i, 3 + i % 5));
        }
        put("csv/acme/no-time.csv", "customer,event\nacme,login\n");
        put("csv/acme/empty.csv", "");
        put("csv/acme/header-only.csv", header(0));
        put("csv/globex/two-names.csv", "timestamp,event,event\n2025-01-01 00:00:00,a,b\n");
        put("csv/globex/rejects.csv", header(0) + "yesterday,login,u1,,note\n2025-01-01 00:00:00,login\n" + rows(0, 2));
        put("csv/globex/packed.csv.gz", gzip(csv(4, 50)));
        put("csv/globex/broken.csv.gz", cut(gzip(csv(4, 5_000))));
        return this;
    }

    /** A file of about so many bytes. */
    TestingFiles large(String key, int bytes) throws IOException {
        put(key, csv(1, bytes / rows(1, 1).length()));
        return this;
    }

    /** A file in whose middle a broken quote makes the lines of a cell, 400 kB, look like records. */
    TestingFiles misleading(String key) throws IOException {
        String cell = "a line of a cell\n".repeat(25_000);
        String broken = "2025-01-01 00:00:00,\"open\n2025-01-01 00:00:00,a\"b,\"" + cell + "\",acme,note,x\n";
        put(key, header(1) + rows(1, 3_000) + broken + rows(1, 3_000));
        return this;
    }

    /** The key of a small file. */
    static String name(int number) {
        return String.format(Locale.ROOT, "csv/%s/file-%05d.csv", number % 2 == 0 ? "acme" : "globex", number);
    }

    void put(String key, String text) throws IOException {
        put(key, text.getBytes(StandardCharsets.UTF_8));
    }

    private void put(String key, byte[] bytes) throws IOException {
        try (ObjectStore.Write write = central.write(new ObjectKey(key))) {
            write.write(bytes);
            write.commit();
        }
    }

    private static String csv(int kind, int rows) {
        return header(kind) + rows(kind, rows);
    }

    private static String header(int kind) {
        return "timestamp,event,userId,customer,note" + ",further" + kind % 9 + "\n";
    }

    private static String rows(int kind, int rows) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            text.append(String.format(
                    Locale.ROOT,
                    "2025-03-%02d %02d:%02d:00,event-%d,user-%d,acme,\"a \"\"note\"\",\nof %d\",value %d%n",
                    1 + row % 28,
                    row % 24,
                    row % 60,
                    row % 7,
                    row % 13,
                    row,
                    kind));
        }
        return text.toString();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] cut(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }
}
