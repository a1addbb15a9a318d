package dev.wau.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.check.Check;
import dev.wau.check.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a look finds. */
final class Found {

    private Found() {}

    static List<Check> by(Consumer<Checks> look) {
        List<Check> found = new ArrayList<>();
        look.accept(new Checks(found::add));
        return found;
    }

    /** The one that isn't fine. */
    static Check other(List<Check> found) {
        List<Check> other =
                found.stream().filter(check -> check.state() != Check.State.OK).toList();
        assertThat(other).hasSize(1);
        return other.get(0);
    }
}
