package org.tongke.backend.directory;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a school beside its name, area and county.
 *
 * @param code its code in the national register 学校标识码, ten digits, unlike that of any other school; null if not told
 * @param stages what ages it teaches, the youngest first; empty if not told
 * @param campusOf raw id of the school whose campus it is; null for a school of its own
 * @param address postal address; null if not told
 * @param position where it stands; null if not told
 */
public record SchoolFacts(
        @Nullable String code,
        List<SchoolStage> stages,
        @Nullable String campusOf,
        @Nullable String address,
        @Nullable Position position) {
    /** Nothing is told. */
    public static final SchoolFacts NONE = new SchoolFacts(null, List.of(), null, null, null);

    private static final Pattern CODE = Pattern.compile("[0-9]{10}");

    public SchoolFacts {
        stages = inOrder(stages);
        if (code != null && !isCode(code)) {
            throw new IllegalArgumentException("not a code of a school: " + code);
        }
    }

    /** Whether a text is written as a school's code is: ten digits. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    private static List<SchoolStage> inOrder(Collection<SchoolStage> stages) {
        return stages.isEmpty() ? List.of() : List.copyOf(EnumSet.copyOf(stages));
    }
}
