package org.evotrial.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule finds its offenders, and nobody else. */
class ArchitectureRulesTest {
    private static final String OFFENDERS = ArchitectureRulesTest.class.getPackageName() + ".offenders";
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(OFFENDERS);
    private static final Pattern FIRST_NAME = Pattern.compile(Pattern.quote(OFFENDERS) + "[a-z.]*\\.([A-Z]\\w+)");

    @ParameterizedTest(name = "{0}")
    @MethodSource("rulesWithTheirOffenders")
    void aRuleFindsItsOffendersAndNobodyElse(String name, ArchRule rule, String[] offenders) {
        var found = new TreeSet<String>();
        for (String violation : rule.evaluate(CLASSES).getFailureReport().getDetails()) {
            FIRST_NAME
                    .matcher(violation)
                    .results()
                    .limit(1)
                    .map(ArchitectureRulesTest::className)
                    .forEach(found::add);
        }
        assertThat(found).as(name).containsExactlyInAnyOrder(offenders);
    }

    static Stream<Arguments> rulesWithTheirOffenders() {
        var rules = new ArchitectureRules(OFFENDERS);
        return Stream.of(
                offended("designs", rules.designsNeverSeeTheTruth(), "ClairvoyantDesign", "OmniscientDesign"),
                offended("observations", rules.observationsHoldNoTruth(), "PatientView"),
                offended("report", rules.reportReadsStoredResultsOnly(), "RecomputingReport"),
                offended(
                        "frameworks",
                        rules.replicateLoopIsFreeOfFrameworks(),
                        "InjectedLoop",
                        "ParsingPatient",
                        "TalkativeLoop"),
                offended("Guice", rules.guiceStaysAtCompositionRoots(), "InjectedLoop"),
                offended("randomness", rules.randomnessIsAnArgument(), "DiceRoller", "MoodyPatient"),
                offended("clock", rules.onlyTheEdgesReadTheClock(), "ImpatientEstimator", "StopWatch"),
                offended("functions", rules.transcendentalFunctionsArePlatformIndependent(), "PlatformGrowth"),
                offended("static fields", rules.staticFieldsAreFinal(), "ReplicateCounter"),
                offended("edges", rules.nobodyDependsOnTheEdges(), "CommandedEngine"),
                offended("names", rules.classesAreNamedForWhatTheyAre(), "AbstractDesign", "DesignManager"));
    }

    private static Arguments offended(String name, ArchRule rule, String... offenders) {
        return arguments(name, rule, offenders);
    }

    private static String className(MatchResult match) {
        return match.group(1);
    }
}
