package org.evotrial.engine.trace;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.model.config.TrialFile;

/** Names and units of an assay's channels. */
record AssayDescription(String id, List<String> channels, List<String> units, List<String> biomarkers) {
    static AssayDescription[] of(TrialFile file) {
        List<AssayDescription> assays = new ArrayList<>();
        file.assays().forEach((id, a) -> assays.add(new AssayDescription(id, a.channels(), a.units(), a.biomarkers())));
        return assays.toArray(AssayDescription[]::new);
    }
}
