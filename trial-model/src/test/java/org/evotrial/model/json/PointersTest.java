package org.evotrial.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PointersTest {
    // RFC 6901, section 5.
    @Test
    void escapesAndUnescapesAsTheStandardSays() {
        assertThat(Pointers.child("", "a/b")).isEqualTo("/a~1b");
        assertThat(Pointers.child("", "m~n")).isEqualTo("/m~0n");
        assertThat(Pointers.names("/a~1b/m~0n//0")).containsExactly("a/b", "m~n", "", "0");
        assertThat(Pointers.names("")).isEmpty();
        assertThat(Pointers.names("/")).containsExactly("");
    }

    @Test
    void unescapesATildeLast() {
        assertThat(Pointers.names("/~01")).containsExactly("~1");
    }

    @Test
    void rejectsAPointerWithoutSlash() {
        assertThatIllegalArgumentException().isThrownBy(() -> Pointers.names("a/b"));
    }

    @Test
    void knowsWhatLiesWithinWhat() {
        assertThat(Pointers.within("/a/b", "/a")).isTrue();
        assertThat(Pointers.within("/a", "/a")).isTrue();
        assertThat(Pointers.within("/ab", "/a")).isFalse();
        assertThat(Pointers.parent("/a/b")).isEqualTo("/a");
        assertThat(Pointers.parent("")).isEmpty();
    }
}
