package dev.wau.infra.command;

import dev.wau.infra.cost.Schedule;
import dev.wau.infra.settings.Deployment;
import org.jspecify.annotations.Nullable;

/** Whether AWS would take an environment's schedules, before it is asked. */
final class Schedules {

    private Schedules() {}

    /** @throws dev.wau.model.WauException INVALID_CONFIGURATION: which, and the rule */
    static void check(Deployment deployment) {
        check(deployment.settings().aggregate().schedule());
        check(deployment.settings().catalog().crawlerSchedule());
    }

    private static void check(@Nullable String schedule) {
        if (schedule != null) {
            Schedule.perDay(schedule);
        }
    }
}
