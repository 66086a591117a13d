package org.evotrial.spi;

/** A valid file asks for something that cannot be built, for example a treatment of a kind that the disease does not know. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String pointer;

    /**
     * @param pointer JSON Pointer of the cause in the trial file
     * @param message what was expected and what was found
     */
    public ConfigurationException(String pointer, String message) {
        super(message);
        this.pointer = pointer;
    }

    /** JSON Pointer of the cause. */
    public String pointer() {
        return pointer;
    }
}
