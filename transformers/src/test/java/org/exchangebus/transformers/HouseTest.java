package org.exchangebus.transformers;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = HouseTest.class, importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

    private static final String HERE = "org.exchangebus.transformers.";

    @ArchTest
    static final ArchRule packagesSeeOnlyThoseBelow = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("value")
            .definedBy(HERE + "value")
            .layer("problem")
            .definedBy(HERE + "problem")
            .layer("han")
            .definedBy(HERE + "han")
            .layer("tree")
            .definedBy(HERE + "tree")
            .layer("geometry")
            .definedBy(HERE + "geometry")
            .layer("expression")
            .definedBy(HERE + "expression")
            .layer("function")
            .definedBy(HERE + "function")
            .layer("mapping")
            .definedBy(HERE + "mapping")
            .layer("explain")
            .definedBy(HERE + "explain")
            .layer("example")
            .definedBy(HERE + "example")
            .layer("camel")
            .definedBy(HERE + "camel")
            .whereLayer("camel")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("example")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("explain")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("mapping")
            .mayOnlyBeAccessedByLayers("camel", "example", "explain")
            .whereLayer("han")
            .mayOnlyBeAccessedByLayers("function")
            .whereLayer("tree")
            .mayOnlyBeAccessedByLayers("value", "function", "mapping")
            .whereLayer("geometry")
            .mayOnlyBeAccessedByLayers("function")
            .whereLayer("expression")
            .mayOnlyBeAccessedByLayers("mapping")
            .whereLayer("function")
            .mayOnlyBeAccessedByLayers("mapping", "example", "explain")
            .because("a function is the same in every mapping");

    @ArchTest
    static final ArchRule packagesDoNotGoInCircles =
            slices().matching("org.exchangebus.transformers.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyOnePackageKnowsCamel = noClasses()
            .that()
            .resideOutsideOfPackage(HERE + "camel")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..")
            .because("mappings are tried without a route");

    @ArchTest
    static final ArchRule nobodySeesSpringOrANeighbour = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "org.exchangebus.adapters..",
                    "org.exchangebus.routes..",
                    "org.exchangebus.deploy..")
            .because("the application puts the parts together");

    @ArchTest
    static final ArchRule functionsNeitherReadNorWrite = noClasses()
            .that()
            .resideInAnyPackage(HERE + "function", HERE + "value")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.io..", "java.net..", "java.nio.file..", "java.lang.reflect..", "java.util.regex..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.Double")
            .because("the language is closed, and exact");

    @ArchTest
    static final ArchRule packagesAreNamedByThing = classes()
            .should()
            .resideOutsideOfPackages("..util..", "..impl..", "..common..", "..service..", "..manager..", "..helper..");
}
