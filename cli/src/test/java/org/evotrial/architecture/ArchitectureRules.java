package org.evotrial.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * The firm rules between the modules, for the packages below {@code root}. The root is a parameter so that the same
 * rules judge our classes and the offenders in the tests, which show that each rule can fail.
 */
record ArchitectureRules(String root) {
    private static final Set<Class<?>> AMBIENT = Set.of(
            Random.class, SplittableRandom.class, SecureRandom.class, ThreadLocalRandom.class, ThreadLocal.class);

    private static final Set<String> EXACT_IN_MATH = Set.of(
            "abs",
            "absExact",
            "addExact",
            "ceil",
            "ceilDiv",
            "clamp",
            "copySign",
            "decrementExact",
            "floor",
            "floorDiv",
            "floorMod",
            "fma",
            "getExponent",
            "incrementExact",
            "max",
            "min",
            "multiplyExact",
            "multiplyFull",
            "multiplyHigh",
            "negateExact",
            "nextAfter",
            "nextDown",
            "nextUp",
            "rint",
            "round",
            "scalb",
            "signum",
            "sqrt",
            "subtractExact",
            "toIntExact",
            "ulp");

    /** A design acts on what a trial can see: it reaches neither a virtual patient nor its true tumour state. */
    ArchRule designsNeverSeeTheTruth() {
        return noClasses()
                .that()
                .resideInAPackage(below("design"))
                .should()
                .dependOnClassesThat(truth().or(resideInAPackage(below("engine"))));
    }

    /** What the trial shows to policies, endpoints and analyses leads to no truth either. */
    ArchRule observationsHoldNoTruth() {
        return noClasses()
                .that(are("PatientView", "Measurement", "CourseRecord", "LookData", "LookReport", "TrialIndex"))
                .should()
                .dependOnClassesThat(truth());
    }

    /** The report is made from stored results, also from those of a run that was computed elsewhere. */
    ArchRule reportReadsStoredResultsOnly() {
        return noClasses()
                .that()
                .resideInAPackage(below("report"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        below("spi"), below("statistics"), below("patient"), below("design"), below("engine"));
    }

    /** The replicate loop runs unchanged in a thread, in Maven and on a Spark executor. */
    ArchRule replicateLoopIsFreeOfFrameworks() {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        below("engine"), below("design"), below("patient"), below("spi"), below("statistics"))
                .and()
                .resideOutsideOfPackages(root + ".engine", below("engine.composition"), below("engine.acceptance"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.google.inject..",
                        "jakarta.inject..",
                        "tools.jackson..",
                        "org.thymeleaf..",
                        "org.slf4j..",
                        "java.util.logging..",
                        "picocli..",
                        "org.apache.maven..");
    }

    /** Objects are wired where a program starts and nowhere else. */
    ArchRule guiceStaysAtCompositionRoots() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(below("engine.composition"), below("cli"), below("maven"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.google.inject..", "jakarta.inject..");
    }

    /** Random numbers come from streams keyed by (seed, replicate, patient, purpose) and arrive as arguments. */
    ArchRule randomnessIsAnArgument() {
        DescribedPredicate<JavaClass> ambient = describe(
                "belong to ambient generators",
                type -> type.getPackageName().startsWith("org.apache.commons.rng.simple")
                        || AMBIENT.stream().anyMatch(type::isAssignableTo));
        DescribedPredicate<JavaCall<?>> ambientCall = describe(
                "draw ambient random numbers",
                call -> calls(call, Math.class, "random")
                        || calls(call, StrictMath.class, "random")
                        || calls(call, UUID.class, "randomUUID"));
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat(ambient)
                .orShould()
                .callCodeUnitWhere(ambientCall);
    }

    /** Only provenance and the two edges, which show progress, know what time it is. */
    ArchRule onlyTheEdgesReadTheClock() {
        DescribedPredicate<JavaCall<?>> clock = describe(
                "read the clock",
                call -> calls(call, System.class, "currentTimeMillis")
                        || calls(call, System.class, "nanoTime")
                        || (call.getTargetOwner().isAssignableTo(TemporalAccessor.class)
                                && call.getName().equals("now"))
                        || (call.getTargetOwner().isAssignableTo(Clock.class)
                                && nameMatching("system.*|tick.*").test(call.getTarget()))
                        || (call.getTargetOwner().isEquivalentTo(Date.class)
                                && call.getName().equals("<init>")
                                && call.getTarget().getRawParameterTypes().isEmpty()));
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(below("cli"), below("maven"), below("engine.provenance"), below("benchmarks"))
                .should()
                .callCodeUnitWhere(clock);
    }

    /** Exponentials and logarithms differ between processors unless they come from one platform-independent class. */
    ArchRule transcendentalFunctionsArePlatformIndependent() {
        DescribedPredicate<JavaCall<?>> transcendental = describe(
                "call a transcendental function outside StrictFunctions",
                call -> (call.getTargetOwner().isEquivalentTo(Math.class)
                                || call.getTargetOwner().isEquivalentTo(StrictMath.class)
                                || call.getTargetOwner().getName().equals("org.apache.commons.math3.util.FastMath"))
                        && !EXACT_IN_MATH.contains(call.getName()));
        return noClasses()
                .that()
                .resideInAnyPackage(below("engine.replicate"), below("design"), below("patient"), below("spi"))
                .and()
                .haveNameNotMatching(".*\\.spi\\.StrictFunctions(\\$.*)?")
                .should()
                .callCodeUnitWhere(transcendental);
    }

    /** Two simulations in one Java virtual machine never meet. */
    ArchRule staticFieldsAreFinal() {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + "..")
                .and()
                .areStatic()
                .should()
                .beFinal();
    }

    /** Whoever starts the simulator is not part of it. */
    ArchRule nobodyDependsOnTheEdges() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(below("cli"), below("maven"), below("examples"), below("benchmarks"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(below("cli"), below("maven"), below("examples"), below("benchmarks"));
    }

    /** A class is named for what it is in the field, and not for being one more class. */
    ArchRule classesAreNamedForWhatTheyAre() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveNameMatching(".*(Util|Utils|Utilities|Helper|Helpers|Manager|Dto)(\\$.*)?")
                .orShould()
                .haveNameMatching(".*[.$](Base|Abstract)[A-Z][^.]*");
    }

    private DescribedPredicate<JavaClass> truth() {
        return resideInAnyPackage(below("patient"), below("spi.truth"))
                .or(are("Patient", "PatientModel", "PatientModelContext", "PatientStreams"))
                .as("know the truth about a patient");
    }

    /** The given types of the SPI and what is nested in them. */
    private DescribedPredicate<JavaClass> are(String... names) {
        Pattern name = Pattern.compile(Pattern.quote(root) + "\\.spi\\.(" + String.join("|", names) + ")(\\$.*)?");
        return describe(
                "are " + String.join(", ", names),
                type -> name.matcher(type.getName()).matches());
    }

    private String below(String packageName) {
        return root + "." + packageName + "..";
    }

    private static boolean calls(JavaCall<?> call, Class<?> owner, String method) {
        return call.getTargetOwner().isEquivalentTo(owner) && call.getName().equals(method);
    }
}
