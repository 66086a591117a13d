package org.evotrial.spi;

import java.io.Serializable;

/** A treatment: what the patient model knows of it. Designs refer to it by its name alone. */
public interface TreatmentConfiguration extends Serializable {}
