package dev.wau.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.ErrorCode;
import dev.wau.testing.store.ObjectStoreContract;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalFolderTest extends ObjectStoreContract {

    @TempDir
    Path folder = Path.of("");

    @Override
    protected ObjectStore store() {
        return new LocalFolder(folder.resolve("central"));
    }

    @Test
    void whoOnlyTriedWhetherItCanWriteLeavesNothingBehind() throws IOException {
        LocalFolder store = new LocalFolder(folder.resolve("tried"));
        store.createIfAbsent(key("a"), new byte[1]);
        store.delete(key("a"));
        store.removeTemporaryFiles();
        assertThat(names(folder.resolve("tried"))).isEmpty();

        assertThat(store.createIfAbsent(key("a"), new byte[1]))
                .as("it finds its place again")
                .isTrue();
        Files.writeString(folder.resolve("tried/.wau-tmp/other.lock"), "");
        store.removeTemporaryFiles();
        store.removeTemporaryFiles();
        assertThat(names(folder.resolve("tried/.wau-tmp"))).containsExactly("other.lock");
    }

    @Test
    void aFolderThatIsNotThereIsAnEmptyStore() {
        assertThat(keys("")).isEmpty();
        assertThat(folder.resolve("central")).doesNotExist();
    }

    @Test
    void linksAreFollowedAndDeadOnesAreNotThere() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("a.csv"), "x");
        Path central = Files.createDirectories(folder.resolve("central"));
        Files.createSymbolicLink(central.resolve("csv"), elsewhere);
        Files.createSymbolicLink(central.resolve("dead"), folder.resolve("nowhere"));

        assertThat(keys("")).containsExactly("csv/a.csv");
        assertThat(store().find(key("dead"))).isEmpty();
    }

    @Test
    void linksInACircleAreAnError() throws IOException {
        Path central = Files.createDirectories(folder.resolve("central/a"));
        Files.createSymbolicLink(central.resolve("back"), folder.resolve("central"));

        assertThatThrownBy(() -> keys(""))
                .hasMessageContaining("links in a circle")
                .hasMessageContaining("Remove the link");
    }

    @Test
    void aFileWhereAFolderShouldBeIsAnError() throws IOException {
        put("csv", "x");

        assertFails(ErrorCode.STORE_FAILED, () -> put("csv/a", "x"));
        assertThat(keys("csv/")).isEmpty();
        assertThat(keys("")).containsExactly("csv");
    }

    @Test
    void aFolderWhereAFileShouldBeIsAnError() throws IOException {
        put("csv/a", "x");

        assertFails(ErrorCode.STORE_FAILED, () -> put("csv", "x"));
    }

    @Test
    void filesThatOthersPutThereAreListed() throws IOException {
        Path csv = Files.createDirectories(folder.resolve("central/csv/acme"));
        Files.writeString(csv.resolve("a.csv"), "x");

        assertThat(text(store().find(key("csv/acme/a.csv")).orElseThrow())).isEqualTo("x");
    }

    @Test
    void anotherModificationTimeIsAnotherVersion() throws IOException {
        StoredObject old = put("a", "x");
        Files.setLastModifiedTime(folder.resolve("central/a"), FileTime.from(Instant.EPOCH));

        assertFails(ErrorCode.OBJECT_CHANGED, () -> text(old));
    }

    @Test
    void theStoresOwnNamesAreRefused() {
        assertThatThrownBy(() -> put(".wau-tmp/a", "x")).hasMessageContaining("the store's own");
    }

    @Test
    void whatDeadProcessesLeftIsRemovedAndWhatIsBeingWrittenIsNot() throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("central/.wau-tmp"));
        Files.writeString(temporary.resolve("dead.lock"), "");
        Files.writeString(temporary.resolve("dead-1"), "half");
        try (ObjectStore.Write write = store().write(key("a"))) {
            write.write(1);
            put("b", "x");

            assertThat(temporary.resolve("dead-1")).doesNotExist();
            assertThat(temporary.resolve("dead.lock")).doesNotExist();
            write.commit();
        }
        assertThat(keys("")).containsExactly("a", "b");
        assertThat(names(temporary)).singleElement().asString().endsWith(".lock");
    }

    @Test
    void aFolderThatIsEmptiedUnderALivingProcessIsNoHindrance() throws IOException {
        put("a", "x");
        try (Stream<Path> files = Files.walk(folder.resolve("central"))) {
            for (Path path : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }

        put("b", "x");
        assertThat(keys("")).containsExactly("b");
    }

    @Test
    void aHoldIsSeenByOtherProcesses() throws Exception {
        Path central = folder.resolve("central");
        try (ObjectStore.Hold hold = store().hold("aggregate")) {
            assertThat(hold).isNotNull();
            assertThat(tryLockElsewhere(central.resolve(".wau-aggregate.lock"))).isEqualTo("busy");
        }
        assertThat(tryLockElsewhere(central.resolve(".wau-aggregate.lock"))).isEqualTo("free");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    @Test
    void ofManyProcessesExactlyOneCreates() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(start(Creator.class, folder.resolve("central").toString()));
        }
        int created = 0;
        for (Process process : processes) {
            created += Integer.parseInt(output(process));
        }

        assertThat(created).isEqualTo(Creator.KEYS);
        for (String key : keys("complete/")) {
            assertThat(text(store().find(key(key)).orElseThrow())).isEqualTo(Creator.CONTENT);
        }
        put("z", "x");
        assertThat(names(folder.resolve("central/.wau-tmp"))).hasSize(1);
    }

    private static String tryLockElsewhere(Path file) throws Exception {
        return output(start(Locker.class, file.toString()));
    }

    private static Process start(Class<?> main, String argument) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        argument)
                .redirectErrorStream(true)
                .start();
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    }

    /** Another process, which tries to create what others try to create too. */
    static final class Creator {
        static final int KEYS = 100;
        static final String CONTENT = "x".repeat(10_000);

        private Creator() {}

        public static void main(String[] arguments) {
            LocalFolder central = new LocalFolder(Path.of(arguments[0]));
            int created = 0;
            for (int i = 0; i < KEYS; i++) {
                created += central.createIfAbsent(key("complete/" + i), CONTENT.getBytes(UTF_8)) ? 1 : 0;
            }
            System.out.println(created);
        }
    }

    /** Another process. */
    static final class Locker {
        private Locker() {}

        public static void main(String[] arguments) throws IOException {
            try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
                System.out.println(channel.tryLock() == null ? "busy" : "free");
            }
        }
    }

    @Test
    void aUserWithoutANameIsToldByTheNumber(@TempDir Path place) throws IOException {
        assertThat(StoreErrors.number(place)).isEqualTo("uid " + Files.getAttribute(place, "unix:uid"));
        assertThat(StoreErrors.number(place.resolve("absent"))).isEqualTo("that runs wau");
    }
}
