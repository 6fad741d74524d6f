package org.exchangebus.schemas;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.exchangebus", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule SEES_NO_FRAMEWORK_AND_NO_DATABASE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.apache.camel..", "jakarta..", "java.sql..")
            .because("the words that bus and hub share are the same wherever they are said");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CIRCLE =
            slices().matching("org.exchangebus.schemas.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_THE_DOCUMENT_KNOWS_YAML_AND_JSON_SCHEMA = noClasses()
            .that()
            .resideOutsideOfPackage("..document..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.yaml..", "com.networknt..")
            .because("strictness is written down once");

    @ArchTest
    static final ArchRule WHAT_IS_SHARED_DOES_NOT_CHANGE = classes()
            .that()
            .resideInAnyPackage("..catalogue..", "..codetable..")
            .and()
            .arePublic()
            .should()
            .haveOnlyFinalFields()
            .because("resources and code tables are shared by threads");

    @ArchTest
    static final ArchRule PACKAGES_ARE_NAMED_BY_THING = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..impl..", "..common..", "..service..", "..manager..", "..helper..");
}
