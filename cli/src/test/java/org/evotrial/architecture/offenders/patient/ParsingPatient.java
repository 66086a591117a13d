package org.evotrial.architecture.offenders.patient;

import tools.jackson.databind.JsonNode;

/** Breaks: the replicate loop is free of frameworks. */
class ParsingPatient {
    double burden(JsonNode patient) {
        return patient.get("burden").asDouble();
    }
}
