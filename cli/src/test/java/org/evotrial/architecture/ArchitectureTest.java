package org.evotrial.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The firm rules, on every class that the command carries. */
class ArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.evotrial");

    private final ArchitectureRules rules = new ArchitectureRules("org.evotrial");

    @Test
    void designsNeverSeeTheTruth() {
        check(rules.designsNeverSeeTheTruth());
    }

    @Test
    void observationsHoldNoTruth() {
        check(rules.observationsHoldNoTruth());
    }

    @Test
    void theReportReadsStoredResultsOnly() {
        check(rules.reportReadsStoredResultsOnly());
    }

    @Test
    void theReplicateLoopIsFreeOfFrameworks() {
        check(rules.replicateLoopIsFreeOfFrameworks());
    }

    @Test
    void guiceStaysAtCompositionRoots() {
        check(rules.guiceStaysAtCompositionRoots());
    }

    @Test
    void randomnessIsAnArgument() {
        check(rules.randomnessIsAnArgument());
    }

    @Test
    void onlyTheEdgesReadTheClock() {
        check(rules.onlyTheEdgesReadTheClock());
    }

    @Test
    void transcendentalFunctionsArePlatformIndependent() {
        check(rules.transcendentalFunctionsArePlatformIndependent());
    }

    @Test
    void staticFieldsAreFinal() {
        check(rules.staticFieldsAreFinal());
    }

    @Test
    void nobodyDependsOnTheEdges() {
        check(rules.nobodyDependsOnTheEdges());
    }

    @Test
    void classesAreNamedForWhatTheyAre() {
        check(rules.classesAreNamedForWhatTheyAre());
    }

    private static void check(ArchRule rule) {
        rule.check(OURS);
    }
}
