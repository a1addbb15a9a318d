package dev.wau.aws.s3;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * How long ago something was. The monotonic clock stands still while a machine is frozen (a Lambda function between two
 * calls, a laptop asleep), the wall clock may be set back: so the one that says more is right. Thread-safe.
 */
record ElapsedTime(LongSupplier nanoseconds, InstantSource wall) {

    static final ElapsedTime SYSTEM = new ElapsedTime(System::nanoTime, InstantSource.system());

    /** A moment on both clocks. */
    record Moment(long nanoseconds, long milliseconds) {}

    Moment now() {
        return new Moment(nanoseconds.getAsLong(), wall.millis());
    }

    Duration since(Moment moment) {
        Duration monotonic = Duration.ofNanos(nanoseconds.getAsLong() - moment.nanoseconds());
        Duration byTheWall = Duration.ofMillis(wall.millis() - moment.milliseconds());
        return monotonic.compareTo(byTheWall) > 0 ? monotonic : byTheWall;
    }
}
