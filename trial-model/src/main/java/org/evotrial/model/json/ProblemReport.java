package org.evotrial.model.json;

import java.util.List;

/** Problems as text for a terminal or a build log. */
public final class ProblemReport {
    private ProblemReport() {}

    /**
     * A header and for each problem one aligned line with its position and pointer and one with what is wrong.
     *
     * @param file the file that was read
     * @param problems its problems and those of the library files that it uses
     * @return lines separated and ended by line feeds; the empty string without problems
     */
    public static String of(String file, List<Problem> problems) {
        if (problems.isEmpty()) {
            return "";
        }
        int width = problems.stream().mapToInt(p -> position(p).length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        text.append("%s: %d problem%s\n".formatted(file, problems.size(), problems.size() == 1 ? "" : "s"));
        for (Problem problem : problems) {
            String position = position(problem);
            String pointer = problem.pointer().isEmpty() ? "(whole file)" : problem.pointer();
            text.append("  %s%s   %s\n".formatted(position, " ".repeat(width - position.length()), pointer));
            text.append("    %s   [%s]\n".formatted(sentence(problem), problem.code()));
        }
        return text.toString();
    }

    /** What was expected, what was found and the suggestion, in one line. */
    public static String sentence(Problem problem) {
        String statement = problem.found().isEmpty()
                ? problem.expected()
                : "expected %s but found %s".formatted(problem.expected(), problem.found());
        return problem.suggestion() == null ? statement : statement + "; " + problem.suggestion();
    }

    private static String position(Problem problem) {
        return problem.line() == 0
                ? problem.file()
                : "%s:%d:%d".formatted(problem.file(), problem.line(), problem.column());
    }
}
