package dev.wau.testing.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.csv.Limits;
import dev.wau.csv.ReadRules;
import dev.wau.csv.RowIdentity;
import dev.wau.load.ColumnPolicy;
import dev.wau.load.CommitOutcome;
import dev.wau.load.FileCounts;
import dev.wau.load.FileRows;
import dev.wau.load.FileState;
import dev.wau.load.FileToLoad;
import dev.wau.load.FileVersion;
import dev.wau.load.HistoryFile;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadRun;
import dev.wau.load.LoadTransaction;
import dev.wau.load.StagedFile;
import dev.wau.load.Warehouse;
import dev.wau.model.Customer;
import dev.wau.model.FileId;
import dev.wau.model.ObjectKey;
import dev.wau.model.Reject;
import dev.wau.model.RunId;
import dev.wau.model.Sha256;
import dev.wau.progress.Progress;
import dev.wau.store.StoredObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Loads text as files into a warehouse, in as few words as a test wants, and checks the accounting after every commit. Not
 * thread-safe.
 */
public final class TestingLoads {

    private final Warehouse warehouse;
    private RowIdentity identity = RowIdentity.FINGERPRINT;
    private ColumnPolicy columns = ColumnPolicy.EVOLVE;
    private int maxColumns = 200;
    private Hints hints = Hints.TRUE;

    public TestingLoads(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    public TestingLoads identity(RowIdentity value) {
        identity = value;
        return this;
    }

    public TestingLoads columns(ColumnPolicy policy, int most) {
        columns = policy;
        maxColumns = most;
        return this;
    }

    public TestingLoads hints(Hints value) {
        hints = value;
        return this;
    }

    /** A run with this warehouse's choices. */
    public LoadRun run() {
        Instant started = Instant.parse("2025-01-01T00:00:00Z");
        return new LoadRun(RunId.random(), LoadRun.Kind.LOAD, null, started, identity, columns, maxColumns);
    }

    /** A file: the key's folder is its customer. */
    public FileToLoad file(FileId id, String path, String csv) {
        return file(id, path, csv, 0, List.of());
    }

    public FileToLoad file(FileId id, String path, String csv, long sourceRejected, List<Reject> sourceRejects) {
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        FileVersion version = version(path, csv);
        ReadRules rules =
                ReadRules.central(version.customer(), identity, Limits.DEFAULT.withFieldsOf(warehouse.longestText()));
        return new FileToLoad(
                id,
                version,
                object(version),
                rules,
                object -> new ByteArrayInputStream(bytes),
                hints.first(bytes, rules),
                hints.last(bytes, rules),
                sourceRejected,
                sourceRejects);
    }

    /** The version that this text is under this key. */
    public static FileVersion version(String path, String csv) {
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        Customer customer = new Customer(path.substring(0, path.indexOf('/')));
        return new FileVersion(customer, new ObjectKey("csv/" + path), sha256(bytes), "etag", bytes.length, null);
    }

    /** Where the version would stand. */
    public static StoredObject object(FileVersion version) {
        return new StoredObject(version.key(), version.bytes(), Instant.EPOCH, version.version());
    }

    private static Sha256 sha256(byte[] bytes) {
        try {
            return new Sha256(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does this in one transaction and commits it; then the accounting must be right. */
    public <T> T commit(Function<LoadTransaction, T> work) {
        try (LoadTransaction transaction = warehouse.begin(run())) {
            T result = work.apply(transaction);
            assertThat(transaction.commit("test")).isEqualTo(CommitOutcome.COMMITTED);
            requireAccounting();
            return result;
        }
    }

    /** The same, for work without a result. */
    public void change(Consumer<LoadTransaction> work) {
        commit(transaction -> {
            work.accept(transaction);
            return transaction;
        });
    }

    /** Loads one file. */
    public FileId load(String path, String csv) {
        return load(path, csv, new String[0]).get(0);
    }

    /** Loads files in one transaction: path and text, alternating. */
    public List<FileId> load(String path, String csv, String... more) {
        return commit(transaction -> {
            List<FileToLoad> files = new ArrayList<>();
            files.add(file(transaction.nextFileId(), path, csv));
            for (int i = 0; i < more.length; i += 2) {
                files.add(file(transaction.nextFileId(), more[i], more[i + 1]));
            }
            List<StagedFile> staged = transaction.stage(files, stage());
            List<StagedFile> good =
                    staged.stream().filter(file -> file.refusal() == null).toList();
            List<FileCounts> counts = transaction.enter(good);
            assertThat(counts).hasSameSizeAs(good);
            return files.stream().map(FileToLoad::id).toList();
        });
    }

    /** Enters a version as a copy. */
    public FileId copy(String path, String csv, FileId original) {
        return commit(transaction -> {
            FileId id = transaction.nextFileId();
            transaction.remember(id, version(path, csv), FileState.COPY, null, original);
            return id;
        });
    }

    /** Takes files out in one transaction. */
    public void leave(FileId... files) {
        change(transaction -> transaction.leave(Arrays.asList(files), FileState.UNLOADED));
    }

    /** Progress that nobody watches. */
    public static Progress.Stage stage() {
        return Progress.NONE.start("load", 0, 0);
    }

    /** One file's row of the history. */
    public HistoryFile history(FileId id) {
        return warehouse.history().files(LoadHistory.Filter.ALL).stream()
                .filter(file -> file.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    public List<HistoryFile> loaded() {
        return warehouse.history().files(new LoadHistory.Filter(null, null, FileState.LOADED, Integer.MAX_VALUE));
    }

    /** All rows of the table, as text without lineage and identifier, in order. */
    public List<String> table() {
        List<String> table = new ArrayList<>();
        for (HistoryFile file : loaded()) {
            try (FileRows rows = warehouse.history().rows(file.id())) {
                while (rows.next()) {
                    if (!rows.suppressed()) {
                        table.add(file.version().customer() + " " + rows.timeMicros() + " " + texts(rows));
                    }
                }
            }
        }
        table.sort(null);
        return table;
    }

    private static Map<String, String> texts(FileRows rows) {
        Map<String, String> texts = new TreeMap<>();
        List<String> columns = new ArrayList<>(rows.columns());
        columns.add("details");
        for (String column : columns) {
            String text = rows.text(column);
            if (text != null && !column.equals("unique_identifier")) {
                texts.put(column, text);
            }
        }
        return texts;
    }

    /** One column of a file's rows, by line; absent values as {@code -}. */
    public List<String> column(FileId file, String column) {
        List<String> values = new ArrayList<>();
        try (FileRows rows = warehouse.history().rows(file)) {
            while (rows.next()) {
                String text = rows.text(column);
                values.add(text == null ? "-" : text);
            }
        }
        return values;
    }

    /** Read = loaded + rejected + suppressed, and the tables hold what the history counts. */
    public void requireAccounting() {
        LoadHistory history = warehouse.history();
        assertThat(history.inconsistencies()).isEmpty();
        for (HistoryFile file : history.files(LoadHistory.Filter.ALL)) {
            FileCounts counts = file.counts();
            assertThat(counts.read())
                    .as("file %s", file)
                    .isEqualTo(counts.loaded() + counts.rejected() + counts.suppressed());
            long carried = 0;
            long suppressed = 0;
            long line = 0;
            try (FileRows rows = history.rows(file.id())) {
                while (rows.next()) {
                    assertThat(rows.line()).isGreaterThan(line);
                    line = rows.line();
                    carried += rows.suppressed() ? 0 : 1;
                    suppressed += rows.suppressed() ? 1 : 0;
                }
            }
            assertThat(carried).as("rows of %s", file).isEqualTo(counts.loaded());
            assertThat(suppressed).as("suppressed rows of %s", file).isEqualTo(counts.suppressed());
        }
    }
}
