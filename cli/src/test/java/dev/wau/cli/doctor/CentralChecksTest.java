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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CentralChecksTest {

    private final Path folder;

    CentralChecksTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private List<Check> look(ObjectStore store) {
        return Found.by(checks -> new CentralChecks(Location.of("s3://central"), () -> store, checks).look());
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
    void whatIsShownOfABucketAreRights() throws IOException {
        assertThat(look(new LocalFolder(folder)))
                .extracting(Check::name)
                .containsExactly(
                        "lists the central bucket s3://central",
                        "writes, reads and deletes an object there (s3:PutObject, s3:GetObject and s3:DeleteObject)",
                        "makes an object there only once (conditional writes)");
        try (var left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile).map(Path::toString))
                    .noneMatch(name -> name.contains("doctor"));
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

        assertThat(Found.by(checks -> new CentralChecks(Location.folder(file), () -> store, checks).look()))
                .anySatisfy(check -> {
                    assertThat(check.state()).isEqualTo(State.WRONG);
                    assertThat(check.fix())
                            .isEqualTo("make it a folder that this user may write, or correct 'central' in wau.yaml");
                });
    }
}
