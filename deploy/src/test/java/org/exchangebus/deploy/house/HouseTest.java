package org.exchangebus.deploy.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import org.exchangebus.schemas.problem.Problem;

/** What the module graph cannot forbid, for all modules. */
@AnalyzeClasses(packages = "org.exchangebus", importOptions = DoNotIncludeTests.class)
class HouseTest {

    @ArchTest
    static final ArchRule SPRING_IS_KNOWN_TO_DEPLOY_ALONE = noClasses()
            .that()
            .resideOutsideOfPackage("org.exchangebus.deploy..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.boot..",
                    "org.springframework.context..",
                    "org.springframework.beans..",
                    "org.springframework.web..",
                    "org.springframework.security..",
                    "org.springframework.stereotype..")
            .because("a module is tested with plain constructors, in milliseconds");

    @ArchTest
    static final ArchRule NO_CYCLES_IN_SCHEMAS = withoutCycles("schemas");

    @ArchTest
    static final ArchRule NO_CYCLES_IN_TRANSFORMERS = withoutCycles("transformers");

    @ArchTest
    static final ArchRule NO_CYCLES_IN_ADAPTERS = withoutCycles("adapters");

    @ArchTest
    static final ArchRule NO_CYCLES_IN_ROUTES = withoutCycles("routes");

    @ArchTest
    static final ArchRule NO_CYCLES_IN_DEPLOY = withoutCycles("deploy");

    @ArchTest
    static final ArchRule PACKAGES_ARE_NAMED_AFTER_THINGS = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..", "..impl..", "..common..", "..dto..", "..helper..", "..service..", "..manager..")
            .because("such a name says nothing about what is inside");

    @ArchTest
    static final ArchRule NOTHING_IS_READ_BY_JAVA_SERIALISATION = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ObjectInputStream.class)
            .because("bytes of another machine would choose the classes that are made");

    @ArchTest
    static final ArchRule STANDARD_OUTPUT_BELONGS_TO_RESULTS = noClasses()
            .that()
            .resideOutsideOfPackage("org.exchangebus.deploy.command..")
            .should()
            .accessField(System.class, "out")
            .because("a script reads what is printed there");

    @ArchTest
    static final ArchRule PROBLEMS_ARE_ENUMS = classes()
            .that()
            .implement(Problem.class)
            .should()
            .beEnums()
            .because("each code has one place, with both of its texts");

    @ArchTest
    static final ArchRule ROUTES_SEE_NEITHER_ADAPTERS_NOR_MAPPINGS = noClasses()
            .that()
            .resideInAPackage("org.exchangebus.routes..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.exchangebus.adapters..", "org.exchangebus.transformers..")
            .because("a flow names its neighbours by endpoint only");

    private static ArchRule withoutCycles(String module) {
        return slices().matching("org.exchangebus." + module + ".(*)..")
                .should()
                .beFreeOfCycles();
    }
}
