package org.tongke.backend.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributeSchemaTest {
    private static final String SCHEMA = """
            {"type": "object", "additionalProperties": false, "required": ["theme"], "properties": {
              "theme": {"type": "string", "title": "主题", "x-title-en": "Theme", "maxLength": 5},
              "hours": {"type": "number", "minimum": 0, "maximum": 24},
              "groups": {"type": "integer"},
              "open": {"type": "boolean"},
              "way": {"oneOf": [{"const": "LIVE", "title": "实时", "x-title-en": "Live"}, {"const": "RECORDED"}]}}}""";

    private final AttributeSchema schema = AttributeSchema.parse(SCHEMA);

    @Test
    void readsWhatAPropertyAllows() {
        assertThat(read("theme", "减数分数")).isEqualTo("减数分数");
        assertThat(read("theme", "一二三四五六")).isEqualTo("refused");
        assertThat(read("theme", 5L)).isEqualTo("refused");
        assertThat(read("hours", 1.5)).isEqualTo(1.5);
        assertThat(read("hours", "2")).as("digits of a form").isEqualTo(2L);
        assertThat(read("hours", "1e9")).isEqualTo("refused");
        assertThat(read("hours", 24.5)).isEqualTo("refused");
        assertThat(read("groups", 2L)).isEqualTo(2L);
        assertThat(read("groups", 2.5)).isEqualTo("refused");
        assertThat(read("open", "true")).isEqualTo(true);
        assertThat(read("open", "yes")).isEqualTo("refused");
        assertThat(read("way", "LIVE")).isEqualTo("LIVE");
        assertThat(read("way", "SOMEHOW")).isEqualTo("refused");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(schema.missingIn(List.of())).containsExactly("theme");
        assertThat(schema.missingIn(List.of(new ActivityAttribute("theme", "分数"))))
                .isEmpty();
    }

    @Test
    void namesPropertiesAndConstantsInTwoLanguages() {
        var way = schema.find("way").orElseThrow();
        assertThat(schema.find("theme").orElseThrow().label().in(Locale.ENGLISH))
                .isEqualTo("Theme");
        assertThat(way.label().zh()).isEqualTo("way");
        assertThat(way.findWords("LIVE").orElseThrow().zh()).isEqualTo("实时");
        assertThat(way.findWords("RECORDED").orElseThrow().en()).isEqualTo("RECORDED");
        assertThat(way.rule()).isEqualTo("{\"oneOf\":[{\"const\":\"LIVE\"},{\"const\":\"RECORDED\"}]}");
        assertThat(way.options()).containsExactly("LIVE", "RECORDED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "nonsense | /",
                "[] | /",
                "{\"type\":\"array\"} | /type",
                "{\"type\":\"object\",\"properties\":{}} | /additionalProperties",
                "{\"type\":\"object\",\"properties\":{},\"additionalProperties\":true} | /additionalProperties",
                "{\"type\":\"object\",\"properties\":{\"a\":{}},\"additionalProperties\":false} | /properties/a/type",
                "{\"type\":\"object\",\"properties\":{\"a b\":{\"type\":\"string\"}},\"additionalProperties\":false} | /properties/a b",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"object\"}},\"additionalProperties\":false} | /properties/a/type",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"https://example.org\"}},\"additionalProperties\":false} | /properties/a/$ref",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"maxLength\":-1}},\"additionalProperties\":false} | /properties/a/maxLength",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"pattern\":\"(\"}},\"additionalProperties\":false} | /properties/a/pattern",
                "{\"type\":\"object\",\"properties\":{},\"required\":[\"a\"],\"additionalProperties\":false} | /required"
            })
    void isRefusedAtThePlaceWhereItIsWrong(String json, String place) {
        assertThatThrownBy(() -> AttributeSchema.parse(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(place);
    }

    @Test
    void ofTheProductsKindsIsRight() {
        assertThat(ProductKinds.read())
                .allSatisfy(kind -> assertThat(kind.attributes().fields()).isNotEmpty());
    }

    private Object read(String code, Object said) {
        return schema.find(code).orElseThrow().read(said).orElse("refused");
    }
}
