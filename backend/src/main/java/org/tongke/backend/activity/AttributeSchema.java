package org.tongke.backend.activity;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.community.programme.Wording;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema (draft 2020-12) of the attributes that activities of a kind have: an object whose properties are texts, numbers
 * and booleans. Only keywords that look at one property are taken, none that refer elsewhere. Properties may have a {@code title}
 * and, in English, {@code x-title-en}; so may the constants of a {@code oneOf}. Thread-safe.
 */
public final class AttributeSchema {
    /** How many attributes a kind can have. */
    public static final int MOST = 20;

    /** How long a schema can be, in characters. */
    public static final int LONGEST = 20_000;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema META =
            REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    private static final Pattern CODE = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
    private static final String TITLE = "title";
    private static final String TITLE_EN = "x-title-en";
    private static final Set<String> OF_OBJECT =
            Set.of("$schema", "type", TITLE, "description", "properties", "required", "additionalProperties");
    private static final Set<String> OF_PROPERTY = Set.of(
            "type",
            TITLE,
            TITLE_EN,
            "description",
            "enum",
            "const",
            "oneOf",
            "minLength",
            "maxLength",
            "pattern",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf");
    private static final Set<String> OF_CONSTANT = Set.of("const", TITLE, TITLE_EN);

    /** The schema of a kind without attributes of its own. */
    public static final AttributeSchema NONE =
            parse("{\"type\":\"object\",\"properties\":{},\"additionalProperties\":false}");

    private final String text;
    private final Map<String, AttributeField> fields = new LinkedHashMap<>();

    private AttributeSchema(JsonNode root) {
        text = root.toString();
        var required = new HashSet<String>();
        root.path("required").forEach(name -> required.add(name.stringValue()));
        root.path("properties")
                .properties()
                .forEach(property -> fields.put(
                        property.getKey(),
                        field(property.getKey(), property.getValue(), required.contains(property.getKey()))));
        if (!fields.keySet().containsAll(required)) {
            throw new IllegalArgumentException("/required");
        }
    }

    /**
     * Reads a schema.
     *
     * @throws IllegalArgumentException where it is none of this kind; the message is the place in it, as a JSON pointer
     */
    public static AttributeSchema parse(String json) {
        if (json.length() > LONGEST) {
            throw new IllegalArgumentException("/");
        }
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JacksonException noJson) {
            throw new IllegalArgumentException("/", noJson);
        }
        META.validate(root.toString(), InputFormat.JSON).stream().findFirst().ifPresent(error -> {
            var place = error.getInstanceLocation().toString();
            throw new IllegalArgumentException(place.isEmpty() ? "/" : place);
        });
        check(root);
        return new AttributeSchema(root);
    }

    private static void check(JsonNode root) {
        onlyKnows("", root, OF_OBJECT);
        mustBe(root.path("type").asString("").equals("object"), "/type");
        mustBe(
                root.path("additionalProperties").isBoolean()
                        && !root.path("additionalProperties").booleanValue(),
                "/additionalProperties");
        mustBe(root.path("properties").isObject() && root.path("properties").size() <= MOST, "/properties");
        root.path("properties").properties().forEach(property -> {
            var place = "/properties/" + property.getKey();
            mustBe(CODE.matcher(property.getKey()).matches(), place);
            onlyKnows(place, property.getValue(), OF_PROPERTY);
            var type = property.getValue().path("type").asString("");
            var isListed =
                    property.getValue().has("oneOf") || property.getValue().has("enum");
            mustBe(
                    Set.of("string", "integer", "number", "boolean").contains(type) || type.isEmpty() && isListed,
                    place + "/type");
            mustBe(isPattern(property.getValue().path("pattern").asString("")), place + "/pattern");
            property.getValue().path("oneOf").forEach(constant -> {
                onlyKnows(place + "/oneOf", constant, OF_CONSTANT);
                mustBe(constant.has("const"), place + "/oneOf");
            });
        });
    }

    private static void onlyKnows(String place, JsonNode node, Set<String> keywords) {
        mustBe(node.isObject(), place.isEmpty() ? "/" : place);
        node.propertyNames().forEach(name -> mustBe(keywords.contains(name), place + "/" + name));
    }

    private static boolean isPattern(String text) {
        try {
            Pattern.compile(text);
            return true;
        } catch (PatternSyntaxException none) {
            return false;
        }
    }

    private static void mustBe(boolean right, String place) {
        if (!right) {
            throw new IllegalArgumentException(place);
        }
    }

    private static AttributeField field(String code, JsonNode property, boolean required) {
        var words = new LinkedHashMap<String, Wording>();
        property.path("oneOf")
                .forEach(constant -> words.put(
                        constant.path("const").asString(),
                        wording(constant, constant.path("const").asString())));
        return new AttributeField(
                code,
                wording(property, code),
                required,
                property.path("type").asString("string"),
                rule(property).toString(),
                words,
                REGISTRY.getSchema(rule(property)));
    }

    private static Wording wording(JsonNode node, String otherwise) {
        var zh = node.path(TITLE).asString(otherwise);
        return new Wording(zh, node.path(TITLE_EN).asString(zh));
    }

    /** The property without its words: what a value must meet, for a developer. */
    private static JsonNode rule(JsonNode property) {
        var rule = ((ObjectNode) property.deepCopy()).remove(List.of(TITLE, TITLE_EN, "description"));
        rule.path("oneOf").forEach(constant -> ((ObjectNode) constant).remove(List.of(TITLE, TITLE_EN)));
        return rule;
    }

    /** The schema as it was given, without spaces. */
    public String text() {
        return text;
    }

    /** The attributes, in the order of the schema. */
    public List<AttributeField> fields() {
        return List.copyOf(fields.values());
    }

    /** The attribute with a code. */
    public Optional<AttributeField> find(String code) {
        return Optional.ofNullable(fields.get(code));
    }

    /** Codes of attributes that must be there and are not. */
    public List<String> missingIn(List<ActivityAttribute> attributes) {
        var told = new HashSet<String>();
        attributes.forEach(attribute -> told.add(attribute.code()));
        var missing = new ArrayList<String>();
        fields.values().stream()
                .filter(field -> field.required() && !told.contains(field.code()))
                .forEach(field -> missing.add(field.code()));
        return missing;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AttributeSchema schema && schema.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
