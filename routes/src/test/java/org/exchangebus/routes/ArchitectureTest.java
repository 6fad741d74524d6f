package org.exchangebus.routes;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.exchangebus.routes", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule HUB_KNOWS_THE_BUS_BY_ITS_MESSAGES_ONLY = noClasses()
            .that()
            .resideInAPackage("..routes.hub..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..routes.bus..", "..routes.ledger..", "..routes.landing..")
            .because("in production bus and hub are different machines");

    @ArchTest
    static final ArchRule BUS_KNOWS_THE_HUB_BY_ITS_MESSAGES_ONLY = noClasses()
            .that()
            .resideOutsideOfPackage("..routes.hub..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..routes.hub..")
            .because("in production bus and hub are different machines");

    @ArchTest
    static final ArchRule PACKAGES_DEPEND_ON_EACH_OTHER_IN_ONE_DIRECTION =
            slices().matching("org.exchangebus.routes.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NEIGHBOURS_ARE_NAMED_BY_ENDPOINT_ONLY = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.exchangebus.adapters..", "org.exchangebus.transformers..", "org.exchangebus.deploy..")
            .because("routes sees schemas alone");

    @ArchTest
    static final ArchRule NOTHING_IS_DESERIALISED = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.jms.ObjectMessage")
            .because("a message may come from anybody");

    @ArchTest
    static final ArchRule SPRING_IS_A_LIBRARY_FOR_STATEMENTS_HERE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.context..", "org.springframework.beans..", "org.springframework.boot..")
            .because("only deploy knows a Spring context");
}
