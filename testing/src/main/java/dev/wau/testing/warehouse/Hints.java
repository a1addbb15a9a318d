package dev.wau.testing.warehouse;

import dev.wau.csv.AuditLogReader;
import dev.wau.csv.ReadRules;
import dev.wau.model.FileRefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LongSummaryStatistics;
import org.jspecify.annotations.Nullable;

/** What a load is told of a file's time before it reads it: for speed only, so all of them must lead to the same table. */
public enum Hints {
    TRUE,
    ABSENT,
    /** The day before the first event. */
    WRONG;

    /** When the file begins; null if that isn't told. */
    public @Nullable Instant first(byte[] file, ReadRules rules) {
        LongSummaryStatistics micros = micros(file, rules);
        return this == ABSENT || micros.getCount() == 0
                ? null
                : instant(micros.getMin()).minus(this == WRONG ? 1 : 0, ChronoUnit.DAYS);
    }

    /** When it ends. */
    public @Nullable Instant last(byte[] file, ReadRules rules) {
        LongSummaryStatistics micros = micros(file, rules);
        if (this == ABSENT || micros.getCount() == 0) {
            return null;
        }
        return this == WRONG ? instant(micros.getMin()).minusNanos(1_000) : instant(micros.getMax());
    }

    private static LongSummaryStatistics micros(byte[] file, ReadRules rules) {
        LongSummaryStatistics micros = new LongSummaryStatistics();
        try (AuditLogReader reader = AuditLogReader.open(new ByteArrayInputStream(file), rules, reject -> {})) {
            while (reader.next()) {
                micros.accept(reader.record().timeMicros());
            }
        } catch (FileRefusedException e) {
            return new LongSummaryStatistics();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return micros;
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
