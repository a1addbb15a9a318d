package dev.wau;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of ARCHITECTURE.md: what may know what. */
@AnalyzeClasses(packages = "dev.wau", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule core_knows_no_adapter = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "org.duckdb..",
                    "software.amazon..",
                    "org.apache.spark..",
                    "picocli..",
                    "dev.wau.warehouse..",
                    "dev.wau.aws..",
                    "dev.wau.spark..",
                    "dev.wau.cli..");

    @ArchTest
    static final ArchRule the_words_know_nothing_but_themselves = only("dev.wau.model..", "dev.wau.model..");

    @ArchTest
    static final ArchRule the_reader_knows_only_the_words =
            only("dev.wau.csv..", "dev.wau.csv..", "dev.wau.model..", "javax.crypto..");

    @ArchTest
    static final ArchRule stores_know_only_the_words = only("dev.wau.store..", "dev.wau.store..", "dev.wau.model..");

    @ArchTest
    static final ArchRule collect_comes_first =
            only("dev.wau.collect..", "dev.wau.collect..", "dev.wau.model..", "dev.wau.store..");

    @ArchTest
    static final ArchRule complete_knows_no_later_stage =
            only("dev.wau.complete..", "dev.wau.complete..", "dev.wau.model..", "dev.wau.store..");

    @ArchTest
    static final ArchRule trigger_knows_no_later_stage =
            only("dev.wau.trigger..", "dev.wau.trigger..", "dev.wau.complete..", "dev.wau.model..", "dev.wau.store..");

    @ArchTest
    static final ArchRule aggregate_knows_no_load = noClasses()
            .that()
            .resideInAPackage("dev.wau.aggregate..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.wau.trigger..", "dev.wau.load..", "dev.wau.analyse..");

    @ArchTest
    static final ArchRule load_knows_of_sources_nothing = noClasses()
            .that()
            .resideInAPackage("dev.wau.load..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.wau.collect..", "dev.wau.aggregate..");

    @ArchTest
    static final ArchRule the_catalog_knows_ports_and_the_reader = only(
            "dev.wau.catalog..",
            "dev.wau.catalog..",
            "dev.wau.csv..",
            "dev.wau.load",
            "dev.wau.model..",
            "dev.wau.progress..",
            "dev.wau.store..");

    @ArchTest
    static final ArchRule nothing_below_knows_the_catalog = noClasses()
            .that()
            .resideOutsideOfPackage("dev.wau.catalog..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.wau.catalog..");

    @ArchTest
    static final ArchRule analyse_knows_no_other_stage =
            only("dev.wau.analyse..", "dev.wau.analyse..", "dev.wau.model..");

    @ArchTest
    static final ArchRule metrics_know_no_stage = only("dev.wau.metrics..", "dev.wau.metrics..", "dev.wau.model..");

    private static ArchRule only(String of, String... known) {
        String[] allowed = new String[known.length + 4];
        System.arraycopy(known, 0, allowed, 0, known.length);
        allowed[known.length] = "java..";
        allowed[known.length + 1] = "org.jspecify..";
        allowed[known.length + 2] = "com..";
        allowed[known.length + 3] = "org.snakeyaml..";
        return classes()
                .that()
                .resideInAPackage(of)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed);
    }
}
