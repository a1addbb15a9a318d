package dev.wau.cli.doctor;

import dev.wau.check.Checks;
import dev.wau.check.Clocks;
import dev.wau.load.DuckDbUrl;
import dev.wau.load.Warehouse;
import dev.wau.model.WauException;
import dev.wau.warehouse.Look;
import dev.wau.warehouse.sql.MissingTables;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether the warehouse can be reached, and its tables read. For one thread. */
final class WarehouseChecks {

    private final String url;
    private final int form;
    private final Checks checks;
    private final InstantSource clock;

    /**
     * Of a warehouse.
     *
     * @param form of the tables that this wau makes
     */
    WarehouseChecks(String url, int form, Checks checks, InstantSource clock) {
        this.url = url;
        this.form = form;
        this.checks = checks;
        this.clock = clock;
    }

    /**
     * Whether it can be used.
     *
     * @param looking asks it of itself
     * @param opening opens it for reading; only where its tables are there
     */
    boolean look(Supplier<Look> looking, Supplier<Warehouse> opening) {
        String name = "opens the warehouse " + url.split("[?;]", 2)[0];
        Optional<Look> look = open(name, looking);
        look.ifPresent(this::clock);
        return look.isPresent() && tables(look.get(), opening);
    }

    private Optional<Look> open(String name, Supplier<Look> looking) {
        try {
            Look look = looking.get();
            checks.ok(name);
            return Optional.of(look);
        } catch (WauException e) {
            checks.wrong(name, String.valueOf(e.getMessage()), fix());
            return Optional.empty();
        }
    }

    private String fix() {
        if (url.startsWith(DuckDbUrl.SCHEME)) {
            return "correct 'warehouse' in wau.yaml, or put its file right: content, owner, rights; 'wau doctor --wait 10m' waits for another"
                    + " process";
        }
        return "correct 'warehouse' in wau.yaml, or what the message names: server, network, login, schema, rights"
                + " (docs/configuration.md#postgresql, #redshift)";
    }

    private void clock(Look look) {
        if (look.now() != null) {
            checks.add(Clocks.compare("the warehouse's server", look.now(), clock.instant()));
        }
    }

    private boolean tables(Look look, Supplier<Warehouse> opening) {
        Integer found = look.form();
        if (found == null) {
            checks.ok(look.product() + " has no tables of wau's yet: the first load makes them");
            return true;
        }
        String name = "the tables in " + look.product() + " are of this wau's form, " + form;
        if (found > form) {
            checks.wrong(
                    name,
                    "they are of form " + found + ", which a newer wau made",
                    "use the newer wau here too: 'wau version' tells which one it is");
            return false;
        }
        if (found < form) {
            checks.note(
                    name,
                    "they are of form " + found
                            + ", which an older wau made; nothing can be read before that is changed",
                    "wau load    brings them up to date");
            return true;
        }
        checks.ok(name);
        if (!look.missing().isEmpty()) {
            checks.wrong(
                    "has all of wau's tables",
                    String.join(", ", look.missing()) + (look.missing().size() == 1 ? " is missing" : " are missing"),
                    MissingTables.FIX);
            return false;
        }
        return checks.passes(
                "reads wau's tables",
                "grant USAGE on the schema and SELECT on its tables to this user",
                () -> opening.get().history().batches());
    }
}
