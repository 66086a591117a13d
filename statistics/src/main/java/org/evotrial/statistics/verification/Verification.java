package org.evotrial.statistics.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes every row of reference files: the installation qualification. Files are recomputed in
 * parallel; the outcomes do not depend on that.
 */
public final class Verification {
    private final List<ReferenceCheck> checks;

    private Verification(List<ReferenceCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    /**
     * A verification with every check of this module.
     *
     * @return verification
     */
    public static Verification complete() {
        return new Verification(ReferenceChecks.all());
    }

    /**
     * A verification with the given checks, of this module or of another one.
     *
     * @param checks for distinct files
     * @return verification
     */
    public static Verification of(List<ReferenceCheck> checks) {
        return new Verification(checks);
    }

    /**
     * Verifies the files that ship with the checks: of each the resource {@code org/evotrial/reference/<file>} beside its class.
     *
     * @return one outcome per check, in their order
     */
    public List<FileVerification> builtIn() {
        return checks.parallelStream()
                .map(check -> verify(check, ReferenceSource.besides(check)))
                .toList();
    }

    /**
     * Verifies all files of a folder with the extension {@code csv}; data that another file refers to belong to that one.
     *
     * @param folder a folder
     * @return one outcome per file, in the order of their names; empty if there is no reference file. A file that no
     *     check understands has an outcome with a finding.
     * @throws IOException if the folder cannot be read
     */
    public List<FileVerification> folder(Path folder) throws IOException {
        ReferenceSource source = ReferenceSource.folder(folder);
        Set<String> companions = companions();
        return tables(folder).parallelStream()
                .filter(file -> !companions.contains(file))
                .map(file -> verify(file, source))
                .toList();
    }

    /**
     * Verifies one table.
     *
     * @param check understands it
     * @param table any rows
     * @return outcome
     */
    public static FileVerification verify(ReferenceCheck check, ReferenceTable table) {
        FileFindings findings = new FileFindings(table);
        boolean understood = true;
        for (String column : table.columns()) {
            if (!check.columns().contains(column)) {
                findings.add(column, "this column is not understood.");
                understood = false;
            }
        }
        for (String column : check.columns()) {
            if (!table.columns().contains(column) && !check.optionalColumns().contains(column)) {
                findings.add(column, "this column is missing.");
                understood = false;
            }
        }
        if (!understood) {
            return findings.outcome();
        }
        try {
            check.recompute(table, findings);
        } catch (RuntimeException reason) {
            findings.add("", "cannot be recomputed: " + FileFindings.said(reason));
        }
        return findings.finish();
    }

    private FileVerification verify(String file, ReferenceSource source) {
        ReferenceCheck check = checkOf(file);
        return check == null
                ? rejected(file, "is not understood: no check recomputes a file of this name.")
                : verify(check, source);
    }

    private static FileVerification verify(ReferenceCheck check, ReferenceSource source) {
        ReferenceTable table;
        try {
            table = source.read(check.file());
        } catch (RuntimeException reason) {
            return rejected(check.file(), "cannot be read: " + FileFindings.said(reason));
        }
        return verify(check, table);
    }

    private static FileVerification rejected(String file, String message) {
        return new FileVerification(
                file, List.of(), 0, List.of(), List.of(), List.of(new Finding(file, 0, "", message)));
    }

    private static List<String> tables(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    private @Nullable ReferenceCheck checkOf(String file) {
        for (ReferenceCheck check : checks) {
            if (check.file().equals(file)) {
                return check;
            }
        }
        return null;
    }

    private Set<String> companions() {
        Set<String> companions = new LinkedHashSet<>();
        checks.forEach(check -> companions.addAll(check.companions()));
        return companions;
    }
}
