package org.evotrial.model.json;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the problems of a file and of the library files that it uses. */
public final class ProblemLog {
    private final String mainFile;
    private final Set<Problem> problems = new LinkedHashSet<>();

    /** An empty log; problems of the main file come first in {@link #sorted()}. */
    public ProblemLog(String mainFile) {
        this.mainFile = mainFile;
    }

    /** Adds a problem; one that is already known at the same place is not added again. */
    public void add(ProblemCode code, Place place, String expected, String found, @Nullable String suggestion) {
        problems.add(new Problem(
                place.source().name(),
                place.line(),
                place.column(),
                place.pointer(),
                expected,
                found,
                suggestion,
                code.id()));
    }

    /** Adds a problem without a suggestion. */
    public void add(ProblemCode code, Place place, String expected, String found) {
        add(code, place, expected, found, null);
    }

    /** Adds a problem of another log. */
    public void add(Problem problem) {
        problems.add(problem);
    }

    /** Number of problems so far. */
    public int size() {
        return problems.size();
    }

    /** True if there is a problem at the pointer below a place. */
    public boolean concerns(Place place, String below) {
        return problems.stream()
                .anyMatch(problem -> problem.file().equals(place.source().name())
                        && problem.pointer().equals(place.pointer() + below));
    }

    /** True if nothing was found so far. */
    public boolean isClean() {
        return problems.isEmpty();
    }

    /** The problems in the order of their positions, those of the main file first. */
    public List<Problem> sorted() {
        Comparator<Problem> byFile =
                Comparator.comparing(problem -> !problem.file().equals(mainFile));
        return problems.stream()
                .sorted(byFile.thenComparing(Problem::file)
                        .thenComparingInt(Problem::line)
                        .thenComparingInt(Problem::column)
                        .thenComparing(Problem::code)
                        .thenComparing(Problem::pointer))
                .toList();
    }
}
