package org.evotrial.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SettingsTest {
    @Test
    void foldsInObjectsWithoutRemarksAndKeepsThoseWithRemarksApart() {
        JsonNode node = JsonMapper.shared().readTree("""
                {"type": "tumour", "rate": 1e-9, "remarks": ["outer"], "inner": {"a": 1, "b": [1, 2.5]},
                 "noted": {"c": true, "remarks": ["why"]}, "list": [{"id": "x", "d": "text"}], "absent": null}
                """);
        List<Settings> settings = Settings.of("Disease", "/disease", node);
        assertThat(settings).hasSize(2);
        assertThat(settings.get(0).remarks()).containsExactly("outer");
        assertThat(settings.get(0).values())
                .containsExactly(
                        new Settings.Value("type", "tumour"),
                        new Settings.Value("rate", "1e-9"),
                        new Settings.Value("inner › a", "1"),
                        new Settings.Value("inner › b", "1, 2.5"),
                        new Settings.Value("list › x › id", "x"),
                        new Settings.Value("list › x › d", "text"));
        assertThat(settings.get(1).pointer()).isEqualTo("/disease/noted");
        assertThat(settings.get(1).remarks()).containsExactly("why");
    }

    @Test
    void everyLeafOfAConfigurationIsShownOnce() {
        JsonNode node = JsonMapper.shared()
                .readTree("{\"a\": {\"b\": {\"c\": [[1, 2], [3]], \"d\": {}}}, \"e\": [{\"f\": [{\"g\": 7}]}]}");
        List<String> texts = Settings.of("t", "", node).stream()
                .flatMap(settings -> settings.values().stream())
                .map(Settings.Value::text)
                .toList();
        assertThat(texts).containsExactly("[1, 2], [3]", "7");
    }
}
