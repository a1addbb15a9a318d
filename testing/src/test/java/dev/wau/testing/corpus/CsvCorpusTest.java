package dev.wau.testing.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.model.RefusalReason;
import dev.wau.model.RejectReason;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CsvCorpusTest {

    private static final List<CsvCase> CASES = CsvCorpus.cases();

    /** Refusals that other stages make. */
    private static final Set<RefusalReason> ELSEWHERE =
            EnumSet.of(RefusalReason.UNKNOWN_COLUMN, RefusalReason.TOO_MANY_REJECTS, RefusalReason.CHANGED);

    @ParameterizedTest
    @MethodSource("cases")
    void readsAsTheCorpusSays(CsvCase csv) {
        CsvOutcome outcome = CsvOutcome.of(csv);
        assertThat(outcome.refusal()).isEqualTo(csv.refusal());
        if (csv.refusal() == null || !csv.records().isEmpty()) {
            assertThat(outcome.records()).isEqualTo(csv.records());
        }
        assertThat(sameDetail(outcome.rejects(), csv.rejects())).isEqualTo(csv.rejects());
        if (!csv.raws().isEmpty()) {
            assertThat(outcome.raws()).isEqualTo(csv.raws());
        }
        if (!csv.layout().isEmpty()) {
            assertThat(outcome.layout()).isEqualTo(csv.layout());
        }
    }

    @Test
    void everyRejectHasACase() {
        assertThat(Arrays.stream(RejectReason.values())
                        .filter(reason -> none(csv ->
                                csv.rejects().stream().anyMatch(reject -> reject.contains(" " + reason.code())))))
                .isEmpty();
    }

    @Test
    void everyRefusalHasACase() {
        assertThat(Arrays.stream(RefusalReason.values())
                        .filter(reason -> !ELSEWHERE.contains(reason))
                        .filter(reason -> none(
                                csv -> csv.refusal() != null && csv.refusal().startsWith(reason.code() + ":"))))
                .isEmpty();
    }

    static List<CsvCase> cases() {
        return CASES;
    }

    private static boolean none(Predicate<CsvCase> wanted) {
        return CASES.stream().noneMatch(wanted);
    }

    /** A case may leave a reject's message out. */
    private static List<String> sameDetail(List<String> actual, List<String> expected) {
        return java.util.stream.IntStream.range(0, actual.size())
                .mapToObj(i -> i < expected.size() && !expected.get(i).contains(": ")
                        ? actual.get(i).split(": ", 2)[0]
                        : actual.get(i))
                .toList();
    }
}
