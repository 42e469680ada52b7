package org.tongke.backend.activity;

import com.networknt.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tongke.backend.community.programme.Wording;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One attribute of a kind. Thread-safe. */
public final class AttributeField {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");

    private final String code;
    private final Wording label;
    private final boolean required;
    private final String type;
    private final String rule;
    private final Map<String, Wording> words;
    private final Schema schema;

    AttributeField(
            String code,
            Wording label,
            boolean required,
            String type,
            String rule,
            Map<String, Wording> words,
            Schema schema) {
        this.code = code;
        this.label = label;
        this.required = required;
        this.type = type;
        this.rule = rule;
        this.words = Map.copyOf(words);
        this.schema = schema;
    }

    /** Name of the property in the schema. */
    public String code() {
        return code;
    }

    /** What it is called. */
    public Wording label() {
        return label;
    }

    /** Whether every activity of the kind must have it. */
    public boolean required() {
        return required;
    }

    /** Type of its values, as JSON Schema names it. */
    public String type() {
        return type;
    }

    /** What a value must meet: the property's schema without its titles. */
    public String rule() {
        return rule;
    }

    /** Its values, where the schema lists them, in the schema's order; else none. */
    public List<Object> options() {
        var schemaOfValue = JSON.readTree(rule);
        return Stream.concat(
                        schemaOfValue.path("oneOf").valueStream().map(constant -> constant.path("const")),
                        schemaOfValue.path("enum").valueStream())
                .map(value -> JSON.convertValue(value, Object.class))
                .toList();
    }

    /** What a constant is called; empty for a value that is none. */
    public Optional<Wording> findWords(Object value) {
        return Optional.ofNullable(words.get(value.toString()));
    }

    /** The value as the schema wants it: some platforms and all forms hold numbers as text. Empty if it does not meet the schema. */
    public Optional<Object> read(Object said) {
        var value = typed(said);
        JsonNode node = JSON.valueToTree(value);
        return schema.validate(node).isEmpty() ? Optional.of(value) : Optional.empty();
    }

    private Object typed(Object said) {
        if (!(said instanceof String text)) {
            return said;
        }
        return switch (type) {
            case "integer", "number" -> NUMBER.matcher(text).matches() ? number(text) : said;
            case "boolean" -> text.equals("true") || text.equals("false") ? (Object) text.equals("true") : said;
            default -> said;
        };
    }

    private static Object number(String text) {
        var real = Double.parseDouble(text);
        return real == Math.rint(real) ? (Object) (long) real : real;
    }
}
