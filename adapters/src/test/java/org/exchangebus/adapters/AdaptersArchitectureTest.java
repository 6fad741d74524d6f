package org.exchangebus.adapters;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.exchangebus.adapters", importOptions = ImportOption.DoNotIncludeTests.class)
class AdaptersArchitectureTest {

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.exchangebus.adapters.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theCoreKnowsNoProtocol = noClasses()
            .that()
            .resideInAPackage("org.exchangebus.adapters")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..adapters.*..")
            .because("a protocol is handed to it, so that another can be added without touching it");

    @ArchTest
    static final ArchRule nothingDependsOnSimulators = noClasses()
            .that()
            .resideOutsideOfPackage("..simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..simulator..")
            .because("a simulated department is a peer like any other");

    @ArchTest
    static final ArchRule simulatorsDoNotKnowTheAdaptersTheyTest = classes()
            .that()
            .resideInAPackage("..simulator..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(
                    "..adapters.file..", "..adapters.format..", "..adapters.soap..", "..adapters.database..")
            .because("what both sides compute by one piece of code proves nothing");

    @ArchTest
    static final ArchRule springIsKnownToDeployAlone =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.springframework..");
}
