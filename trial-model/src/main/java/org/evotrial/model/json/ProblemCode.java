package org.evotrial.model.json;

import java.util.Locale;

/** The kinds of problems that a trial file can have. Codes are stable: never renumbered, never reused. */
public enum ProblemCode {
    /** The file does not exist or cannot be read. */
    UNREADABLE_FILE(1),
    /** The file is larger than any trial file can be. */
    TOO_LARGE(2),
    /** The file is not UTF-8. */
    NOT_UTF_8(3),
    /** The file is empty. */
    EMPTY(4),
    /** The file is not JSON. */
    NOT_JSON(5),
    /** Objects and arrays are nested too deeply. */
    TOO_DEEP(6),
    /** A word is not one of those admitted. */
    UNKNOWN_WORD(7),
    /** A property is given twice. */
    DUPLICATE_PROPERTY(8),
    /** A property is not known. */
    UNKNOWN_PROPERTY(9),
    /** A required property is missing. */
    MISSING_PROPERTY(10),
    /** A value is null where none may be. */
    UNEXPECTED_NULL(11),
    /** A value is of the wrong JSON type. */
    WRONG_TYPE(12),
    /** A number is out of range. */
    OUT_OF_RANGE(13),
    /** A probability is not in [0, 1]. */
    NOT_A_PROBABILITY(14),
    /** A text, list or map has the wrong length. */
    WRONG_LENGTH(15),
    /** A text does not have the required form. */
    WRONG_FORM(16),
    /** The {@code type} of an object is not known. */
    UNKNOWN_TYPE(17),
    /** A library file does not exist. */
    UNKNOWN_LIBRARY(18),
    /** Library files refer to each other in a circle. */
    CIRCULAR_REFERENCE(19),
    /** A name refers to nothing in the file. */
    UNKNOWN_REFERENCE(20),
    /** Two things have the same name. */
    DUPLICATE_ID(21),
    /** The values of an object do not fit together. */
    INCONSISTENT_OBJECT(22),
    /** There is not exactly one control arm. */
    CONTROL_ARM(23),
    /** An arm names no treatment. */
    ARM_WITHOUT_TREATMENT(24),
    /** A biomarker is measured by no assay. */
    BIOMARKER_NOT_MEASURED(25),
    /** A biomarker is not one of the disease. */
    BIOMARKER_NOT_OF_DISEASE(26),
    /** An endpoint or a policy needs an assay that has no schedule or is of the wrong kind. */
    ASSAY_NOT_SCHEDULED(27),
    /** The block size does not hold the allocation ratio. */
    BLOCK_SIZE(28),
    /** The condition of a look can never be met. */
    UNREACHABLE_LOOK(29),
    /** An override points to nothing. */
    UNKNOWN_POINTER(30),
    /** The trial cannot be built although every part of the file is valid. */
    CANNOT_BE_BUILT(31);

    private final String id;

    ProblemCode(int number) {
        this.id = String.format(Locale.ROOT, "E-CFG-%03d", number);
    }

    /** The code as users see it, for example {@code E-CFG-007}. */
    public String id() {
        return id;
    }

    /**
     * The kind of problem with this code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ProblemCode of(String id) {
        for (ProblemCode code : values()) {
            if (code.id.equals(id)) {
                return code;
            }
        }
        throw new IllegalArgumentException("No kind of problem has the code (%s).".formatted(id));
    }
}
