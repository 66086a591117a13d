package org.evotrial.statistics.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import org.junit.jupiter.api.Test;

class ReferenceTableTest {
    private static final String TEXT = """
            # package some 1.2.3
            #  call f(x)
            k,label,value,list,binding
            2,a,0.5,1 2.5 3,TRUE
            2,b,NA,4,false
            3,a,-Inf,,FALSE
            """;

    @Test
    void keepsHeaderColumnsAndLines() {
        ReferenceTable table = ReferenceTable.read("some.csv", new StringReader(TEXT));
        assertThat(table.file()).isEqualTo("some.csv");
        assertThat(table.header()).containsExactly("package some 1.2.3", "call f(x)");
        assertThat(table.columns()).containsExactly("k", "label", "value", "list", "binding");
        assertThat(table.rows()).extracting(ReferenceRow::line).containsExactly(4L, 5L, 6L);
    }

    @Test
    void readsCellsByType() {
        ReferenceTable table = ReferenceTable.read("some.csv", new StringReader(TEXT));
        ReferenceRow first = table.rows().get(0);
        assertThat(first.integer("k")).isEqualTo(2);
        assertThat(first.text("label")).isEqualTo("a");
        assertThat(first.number("value")).isEqualTo(0.5);
        assertThat(first.numbers("list")).containsExactly(1, 2.5, 3);
        assertThat(first.flag("binding")).isTrue();
        assertThat(table.rows().get(1).missing("value")).isTrue();
        assertThat(table.rows().get(1).flag("binding")).isFalse();
        assertThat(table.rows().get(1).numberOr("value", 7)).isEqualTo(7);
        assertThat(table.rows().get(2).number("value")).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(table.rows().get(2).missing("list")).isTrue();
    }

    @Test
    void rejectsACellOfAnotherTypeWithItsText() {
        ReferenceRow row =
                ReferenceTable.read("some.csv", new StringReader(TEXT)).rows().get(1);
        assertThatThrownBy(() -> row.number("label")).hasMessage("The label (b) must be a number.");
        assertThatThrownBy(() -> row.number("value")).hasMessage("The value (NA) must be a number.");
        assertThatThrownBy(() -> row.flag("label")).hasMessage("The label (b) must be TRUE or FALSE.");
        assertThatThrownBy(() -> row.text("other")).hasMessageStartingWith("The column (other) must be one of [k, ");
        ReferenceRow fraction =
                ReferenceTable.read("some.csv", new StringReader(TEXT)).rows().get(0);
        assertThatThrownBy(() -> fraction.integer("value")).hasMessage("The value (0.5) must be a whole number.");
        assertThatThrownBy(() -> fraction.integers("list"))
                .hasMessage("The list (1 2.5 3) must be whole numbers separated by spaces.");
    }

    @Test
    void groupsRowsByInputsAlsoIfTheyAreNotAdjacent() {
        ReferenceTable table = ReferenceTable.read("some.csv", new StringReader("k,v\n2,a\n3,b\n2,c\n"));
        assertThat(table.groups("k"))
                .extracting(group ->
                        group.stream().map(row -> row.text("v")).toList().toString())
                .containsExactly("[a, c]", "[b]");
    }

    @Test
    void rejectsWhatIsNoTable() {
        assertThatThrownBy(() -> ReferenceTable.read("x.csv", new StringReader("")))
                .hasMessageContaining("must name the columns");
        assertThatThrownBy(() -> ReferenceTable.read("x.csv", new StringReader("# only\n")))
                .hasMessageContaining("must name the columns");
        assertThatThrownBy(() -> ReferenceTable.read("x.csv", new StringReader("a,a\n1,2\n")))
                .hasMessage("The columns ([a, a]) must be distinct.");
        assertThatThrownBy(() -> ReferenceTable.read("x.csv", new StringReader("# c\na,b\n1,2\n1\n")))
                .hasMessage("Line 4 has 1 cells and must have 2, one per column.");
    }

    @Test
    void readsWindowsLinesAndAByteOrderMark() {
        ReferenceTable table = ReferenceTable.read("x.csv", new StringReader("\uFEFF# c\r\na,b\r\n1,2\r\n"));
        assertThat(table.header()).containsExactly("c");
        assertThat(table.rows().get(0).integer("b")).isEqualTo(2);
    }
}
