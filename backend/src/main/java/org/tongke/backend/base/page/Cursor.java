package org.tongke.backend.base.page;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.RequestException;

/**
 * Where a thing stands in a list: the values that the list is ordered by, the last of which is unique. So a page stays right
 * while rows arrive before or behind it.
 *
 * @param list name of the list, so that no other list's cursor is taken
 * @param keys the values, without control characters
 */
public record Cursor(String list, List<String> keys) {
    private static final String SEPARATOR = "\u001f";

    public Cursor {
        keys = List.copyOf(keys);
    }

    /** The cursor of a list with these values. */
    public static Cursor of(String list, String... keys) {
        return new Cursor(list, List.of(keys));
    }

    /** As clients see it. */
    public String encode() {
        var text = String.join(
                SEPARATOR, Stream.concat(Stream.of(list), keys.stream()).toList());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The cursor behind what a client sent.
     *
     * @throws RequestException CURSOR_INVALID, if the list gave no such cursor
     */
    static Cursor decode(String encoded, String list, int keyCount) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            var parts = List.of(text.split(SEPARATOR, -1));
            if (parts.size() == keyCount + 1 && parts.getFirst().equals(list)) {
                return new Cursor(list, parts.subList(1, parts.size()));
            }
        } catch (IllegalArgumentException notBase64) {
            // answered below like every other cursor that this list did not give
        }
        throw new RequestException(ErrorCode.CURSOR_INVALID);
    }
}
