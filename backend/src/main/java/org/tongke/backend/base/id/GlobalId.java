package org.tongke.backend.base.id;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * An id as clients see it: opaque, and unlike that of any other thing.
 *
 * @param type name of the type in the schema
 * @param raw id of the document, unique among its type
 */
public record GlobalId(String type, String raw) {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /** The id as clients see it. */
    public String encode() {
        return ENCODER.encodeToString((type + ":" + raw).getBytes(StandardCharsets.UTF_8));
    }

    /** The id behind what a client sent; empty if this API gave no such id. */
    public static Optional<GlobalId> decode(String encoded) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            var colon = text.indexOf(':');
            if (colon < 1 || colon == text.length() - 1) {
                return Optional.empty();
            }
            return Optional.of(new GlobalId(text.substring(0, colon), text.substring(colon + 1)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The raw id behind what a client sent, if it names a thing of this type. */
    public static Optional<String> rawOf(String type, String encoded) {
        return decode(encoded).filter(id -> id.type().equals(type)).map(GlobalId::raw);
    }

    /** The raw id behind what a client sent; one that no thing has, if it names no thing of this type. For filters, which then find nothing. */
    public static String rawOrNobodys(String type, String encoded) {
        return rawOf(type, encoded).orElse("");
    }
}
