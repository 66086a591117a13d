package org.evotrial.engine.trace;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.model.config.TrialFile;

/** Names of an assay's channels. */
record AssayDescription(String id, List<String> channels, List<String> biomarkers, boolean imaging) {
    static AssayDescription[] of(TrialFile file) {
        List<AssayDescription> assays = new ArrayList<>();
        file.assays()
                .forEach((id, a) -> assays.add(new AssayDescription(id, a.channels(), a.biomarkers(), a.imaging())));
        return assays.toArray(AssayDescription[]::new);
    }
}
