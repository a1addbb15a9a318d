package dev.wau.cli.stage;

import dev.wau.config.WauConfig;
import dev.wau.load.RedshiftUrl;
import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import dev.wau.warehouse.CheckResult;
import dev.wau.warehouse.Checks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Looks whether what {@code wau.yaml} names can be reached and used. For one thread, once. */
public final class Examination {

    private final WauConfig config;
    private final LocalStages stages;

    public Examination(WauConfig config, LocalStages stages) {
        this.config = config;
        this.stages = stages;
    }

    /**
     * Checks one thing after the other; what can't be checked because something before it is wrong is left out.
     *
     * @param told is given each check as it ends
     * @return whether all passed
     */
    public boolean run(Consumer<CheckResult> told) {
        Checks checks = new Checks(told);
        boolean central =
                checks.passes("lists the central bucket " + config.central().location(), this::list)
                        && checks.passes("writes, reads and deletes an object there", this::write);
        boolean warehouse =
                checks.passes("opens the warehouse " + config.warehouse().split("[?;]", 2)[0], this::open);
        if (central && warehouse && RedshiftUrl.is(config.warehouse())) {
            stages.selfTest(checks).run();
        }
        return checks.passed();
    }

    private void list() {
        try (Stream<StoredObject> objects = stages.central().list("complete/")) {
            objects.limit(1).forEach(StoredObject::key);
        }
    }

    private void write() {
        ObjectKey key = new ObjectKey("staging/doctor-" + UUID.randomUUID() + "/check");
        byte[] content = "written by wau doctor".getBytes(StandardCharsets.UTF_8);
        ObjectStore central = stages.central();
        try (ObjectStore.Write write = central.write(key)) {
            write.write(content);
            StoredObject written = write.commit();
            try (var read = central.read(written)) {
                if (read.readAllBytes().length != content.length) {
                    throw new WauException(
                            ErrorCode.STORE_FAILED, "Cannot read " + key + ": it isn't what was written");
                }
            }
        } catch (IOException e) {
            throw new WauException(ErrorCode.STORE_FAILED, "Cannot write " + key + ": " + e.getMessage(), e);
        } finally {
            central.delete(key);
        }
    }

    /** Without tables yet is fine: the first load makes them. */
    private void open() {
        try {
            stages.warehouse();
        } catch (WauException e) {
            if (e.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
        }
    }
}
