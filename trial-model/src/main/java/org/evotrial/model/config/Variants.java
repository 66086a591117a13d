package org.evotrial.model.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.evotrial.model.json.CheckedTree;
import org.evotrial.model.json.LocatedTree;
import org.evotrial.model.json.Place;
import org.evotrial.model.json.Places;
import org.evotrial.model.json.Pointers;
import org.evotrial.model.json.Problem;
import org.evotrial.model.json.ProblemCode;
import org.evotrial.model.json.ProblemLog;
import org.evotrial.model.json.ProblemReport;
import org.evotrial.model.json.Wording;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The file itself, its scenarios and the cells of its sweep, each with its overrides applied and checked again. */
final class Variants {
    private final TrialFile base;
    private final CheckedTree checked;
    private final Binding binding;
    private final ProblemLog log;
    private final Places places;

    /** Checks and binds the tree of a variant; null after a problem. */
    interface Binding {
        @Nullable
        TrialFile bind(LocatedTree tree, ProblemLog log);
    }

    Variants(TrialFile base, CheckedTree checked, Binding binding, ProblemLog log) {
        this.base = base;
        this.checked = checked;
        this.binding = binding;
        this.log = log;
        this.places = checked.places();
    }

    /** All variants that have no problem, {@code base} first. */
    List<TrialVariant> all() {
        List<TrialVariant> variants = new ArrayList<>();
        int replicates = base.simulation().replicates();
        variants.add(new TrialVariant(
                KnownNames.BASE, "Base case", KnownNames.BASE, List.of(), Map.of(), List.of(), replicates, base));
        for (int i = 0; i < base.scenarios().size(); i++) {
            add(scenario(i, base.scenarios().get(i)), variants);
        }
        Sweep sweep = base.sweep();
        if (sweep != null && pointersExist(sweep)) {
            SweepCells.of(sweep).forEach(cell -> add(cell(sweep, cell), variants));
        }
        return List.copyOf(variants);
    }

    private static void add(@Nullable TrialVariant variant, List<TrialVariant> variants) {
        if (variant != null) {
            variants.add(variant);
        }
    }

    private @Nullable TrialVariant scenario(int index, Scenario scenario) {
        String pointer = Pointers.child("/scenarios", index);
        String within = Pointers.child(pointer, "overrides");
        List<Replacement> replacements = new ArrayList<>();
        scenario.overrides().forEach((target, value) -> {
            String written = Pointers.child(within, target);
            replacements.add(new Replacement(target, value, places.ofKey(written), places, written));
        });
        Place cause = replacements.size() == 1 ? replacements.get(0).place() : places.ofKey(within);
        String name = "in the scenario %s".formatted(Wording.of(scenario.id()));
        TrialFile file = apply(replacements, pointer, cause, name);
        return file == null
                ? null
                : new TrialVariant(
                        scenario.id(),
                        scenario.title() == null ? scenario.id() : scenario.title(),
                        scenario.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        scenario.remarks() == null ? List.of() : scenario.remarks(),
                        scenario.overrides(),
                        List.of(),
                        scenario.replicates() == null ? file.simulation().replicates() : scenario.replicates(),
                        file);
    }

    /** Numbers without exponents: 0.0005 and not 5.0E-4. */
    private static String text(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue().stripTrailingZeros().toPlainString();
        }
        return value.isString() ? value.stringValue() : value.toString();
    }

    private @Nullable TrialVariant cell(Sweep sweep, List<Integer> cell) {
        List<Replacement> replacements = new ArrayList<>();
        Map<String, JsonNode> overrides = new LinkedHashMap<>();
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < cell.size(); i++) {
            Sweep.Axis axis = sweep.axes().get(i);
            JsonNode value = axis.values().get(cell.get(i));
            String written = Pointers.child(Pointers.child(axis(i), "values"), cell.get(i));
            replacements.add(new Replacement(axis.pointer(), value, places.ofValue(written), places, written));
            overrides.put(axis.pointer(), value);
            titles.add("%s = %s".formatted(axis.label(), text(value)));
        }
        Place cause = replacements.size() == 1 ? replacements.get(0).place() : places.ofKey("/sweep");
        TrialFile file = apply(replacements, "/sweep", cause, "in a cell of the sweep");
        return file == null
                ? null
                : new TrialVariant(
                        SweepCells.id(cell),
                        titles.stream().collect(Collectors.joining(", ")),
                        "sweep",
                        List.of(),
                        overrides,
                        cell,
                        sweep.replicates() == null ? file.simulation().replicates() : sweep.replicates(),
                        file);
    }

    private static String axis(int index) {
        return Pointers.child("/sweep/axes", index);
    }

    // Checked once, at the pointer itself, instead of once in every cell at its values.
    private boolean pointersExist(Sweep sweep) {
        int before = log.size();
        for (int i = 0; i < sweep.axes().size(); i++) {
            Sweep.Axis axis = sweep.axes().get(i);
            String pointer = Pointers.child(axis(i), "pointer");
            String written = Pointers.child(Pointers.child(axis(i), "values"), 0);
            new Overrides(checked, log)
                    .apply(List.of(new Replacement(
                            axis.pointer(), axis.values().get(0), places.ofValue(pointer), places, written)));
        }
        return log.size() == before;
    }

    private @Nullable TrialFile apply(List<Replacement> replacements, String within, Place cause, String name) {
        if (replacements.isEmpty()) {
            return base;
        }
        LocatedTree tree = new Overrides(checked, log).apply(replacements);
        if (tree == null) {
            return null;
        }
        ProblemLog found = new ProblemLog(cause.source().name());
        TrialFile file = binding.bind(tree, found);
        for (Problem problem : found.sorted()) {
            report(problem, within, cause, name);
        }
        return found.isClean() ? file : null;
    }

    // The base file has no problem, so whatever is wrong now is due to the overrides, wherever it shows.
    private void report(Problem problem, String within, Place cause, String name) {
        if (problem.file().equals(cause.source().name()) && Pointers.within(problem.pointer(), within)) {
            log.add(problem);
            return;
        }
        String statement = "%s, %s: %s".formatted(name, problem.pointer(), ProblemReport.sentence(problem));
        log.add(ProblemCode.of(problem.code()), cause, statement, "");
    }
}
