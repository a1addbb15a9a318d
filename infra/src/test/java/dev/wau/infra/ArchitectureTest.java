package dev.wau.infra;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** CDK takes seconds to start and needs Node.js: what only reads and counts knows nothing of it. */
@AnalyzeClasses(packages = "dev.wau.infra", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule SETTINGS_AND_COST_KNOW_NO_CDK = noClasses()
            .that()
            .resideInAnyPackage("dev.wau.infra.settings..", "dev.wau.infra.cost..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("software.amazon.awscdk..", "software.constructs..", "dev.wau.infra.stack..");

    @ArchTest
    static final ArchRule CONSTRUCTS_KNOW_NO_COMMANDS = noClasses()
            .that()
            .resideInAPackage("dev.wau.infra.stack..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.wau.infra.command..", "dev.wau.infra.cost..", "dev.wau.cli..");
}
