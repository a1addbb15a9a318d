package dev.wau.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.check.Check;
import dev.wau.check.Check.State;
import dev.wau.store.LocalFolder;
import dev.wau.store.Location;
import dev.wau.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CentralChecksTest {

    private final Path folder;

    CentralChecksTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static List<Check> look(ObjectStore store) {
        return look(Location.of("s3://central"), store);
    }

    private static List<Check> look(Location place, ObjectStore store) {
        return Found.by(checks -> {
            CentralChecks central = new CentralChecks(place, () -> store, checks);
            assertThat(central.lists() && central.writes()).isEqualTo(checks.passed());
        });
    }

    /** A folder, but one answer is another. */
    private ObjectStore but(String method, Object answer) {
        LocalFolder real = new LocalFolder(folder);
        return (ObjectStore) Proxy.newProxyInstance(
                ObjectStore.class.getClassLoader(), new Class<?>[] {ObjectStore.class}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        return answer;
                    }
                    try {
                        return called.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void whatIsShownOfABucketAreRights() {
        assertThat(look(new LocalFolder(folder)))
                .extracting(Check::name)
                .containsExactly(
                        "lists the central bucket s3://central",
                        "writes, reads and deletes an object there (s3:PutObject, s3:GetObject and s3:DeleteObject)",
                        "makes an object there only once (conditional writes)");
    }

    @Test
    void nothingStaysInAFolder() throws IOException {
        Path place = Files.createDirectory(folder.resolve("central"));

        look(Location.folder(place), new LocalFolder(place));

        try (Stream<Path> left = Files.walk(place)) {
            assertThat(left.map(place::relativize).map(Path::toString))
                    .noneMatch(name -> name.contains("doctor") || name.contains("staging"));
        }
    }

    @Test
    void aStoreThatMakesAnObjectTwiceIsWrong() {
        Check check = Found.other(look(but("createIfAbsent", true)));

        assertThat(check.state()).isEqualTo(State.WRONG);
        assertThat(check.name()).startsWith("makes an object there only once");
        assertThat(check.fix()).contains("If-None-Match");
    }

    @Test
    void aStoreThatGivesBackOtherBytesIsWrong() {
        Check check = Found.other(look(but("read", InputStream.nullInputStream())));

        assertThat(check.name()).startsWith("writes, reads and deletes");
        assertThat(check.problem()).contains("it isn't what was written");
    }

    @Test
    void aPlaceThatCannotBeListedIsWrong() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        LocalFolder store = new LocalFolder(file);

        assertThat(look(Location.folder(file), store)).anySatisfy(check -> {
            assertThat(check.state()).isEqualTo(State.WRONG);
            assertThat(check.fix())
                    .isEqualTo("make it a folder that this user may write, or correct 'central' in wau.yaml");
        });
    }
}
