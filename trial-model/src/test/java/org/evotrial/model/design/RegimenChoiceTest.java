package org.evotrial.model.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.evotrial.spi.Regimen;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RegimenChoiceTest {
    private final JsonMapper mapper = JsonMapper.builder().build();

    @Test
    void bindsABareStringAsTheFullDoseOfOneTreatment() {
        RegimenChoice choice = mapper.readValue("\"osimertinib\"", RegimenChoice.class);

        assertThat(choice.regimen()).isEqualTo(Regimen.of("osimertinib"));
    }

    @Test
    void bindsAnObjectAsACombinationInTheOrderOfTheFile() {
        RegimenChoice choice = mapper.readValue("{\"savolitinib\": 0.5, \"osimertinib\": 1}", RegimenChoice.class);

        assertThat(choice.regimen().label()).isEqualTo("savolitinib (0.5 of full dose) + osimertinib");
    }

    @Test
    void isWrittenAsTheObject() {
        assertThat(mapper.writeValueAsString(RegimenChoice.of("gefitinib"))).isEqualTo("{\"gefitinib\":1.0}");
    }

    @Test
    void rejectsANegativeDoseAndAnEmptyCombination() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RegimenChoice(Map.of("gefitinib", -1.0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new RegimenChoice(Map.of()));
    }
}
