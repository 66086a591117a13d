package org.evotrial.model.json;

import java.util.Map;

/** What JSON a type of Java stands for. */
sealed interface Shape {
    /** In words, with article, for messages. */
    String expected();

    /** {@code String}. */
    record Text() implements Shape {
        @Override
        public String expected() {
            return "a text in quotes";
        }
    }

    /** {@code int} and {@code long}. */
    record Whole(long least, long most) implements Shape {
        @Override
        public String expected() {
            return "a whole number";
        }
    }

    /** {@code double}: finite. */
    record Decimal() implements Shape {
        @Override
        public String expected() {
            return "a number";
        }
    }

    /** {@code boolean}. */
    record Truth() implements Shape {
        @Override
        public String expected() {
            return "true or false";
        }
    }

    /** An enum, its constants in kebab-case. */
    record Word(Map<String, Enum<?>> constants) implements Shape {
        @Override
        public String expected() {
            return Wording.oneOf(constants.keySet());
        }
    }

    /** {@code JsonNode}: anything. */
    record Anything() implements Shape {
        @Override
        public String expected() {
            return "a value";
        }
    }

    /** {@code List}. */
    record Sequence(Slot element) implements Shape {
        @Override
        public String expected() {
            return "a list in [ ]";
        }
    }

    /** {@code Map} from names to values, in the order of the file. */
    record Mapping(Slot value) implements Shape {
        @Override
        public String expected() {
            return "an object of named values in { }";
        }
    }

    /** A record. */
    record Fields(Class<? extends Record> type) implements Shape {
        @Override
        public String expected() {
            return "an object in { }";
        }
    }

    /** A record written as the map that is its only component, or as one name for that name to 1: see {@link Shorthand}. */
    record Abbreviated(Class<? extends Record> type, Slot map) implements Shape {
        @Override
        public String expected() {
            return "a name in quotes, or an object of names to numbers in { }";
        }
    }

    /** An extension point or a sealed vocabulary: an object whose {@code type} says which record it is. */
    record Choice(Class<?> vocabulary) implements Shape {
        @Override
        public String expected() {
            return "an object in { } with a \"type\"";
        }
    }
}
