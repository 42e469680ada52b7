package org.tongke.backend.community.roster;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The head of annex 4; null for what is not filled in.
 *
 * @param unit 填报单位, the bureau that reports
 * @param person 填表人, who filled it in
 * @param phone 电话, where to ask
 */
public record FormHead(
        @Nullable String unit,
        @Nullable String person,
        @Nullable String phone) {
    /** Nothing is filled in. */
    public static final FormHead EMPTY = new FormHead(null, null, null);

    /** Characters of a part at most. */
    static final int MOST = 60;

    public FormHead {
        unit = kept(unit);
        person = kept(person);
        phone = kept(phone);
    }

    /** What this one says, and where it says nothing what the other says. */
    public FormHead or(FormHead other) {
        return new FormHead(
                unit == null ? other.unit : unit,
                person == null ? other.person : person,
                phone == null ? other.phone : phone);
    }

    /** Whether a part is longer than the form has room for. */
    public boolean isTooLong() {
        return Stream.of(unit, person, phone).anyMatch(part -> part != null && part.length() > MOST);
    }

    private static @Nullable String kept(@Nullable String part) {
        return part == null || part.isBlank() ? null : part.strip();
    }
}
