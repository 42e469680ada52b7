package org.tongke.frontend.community;

import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.tongke.frontend.contract.types.RosterFixInput;
import org.tongke.frontend.contract.types.RosterReasonInput;
import org.tongke.frontend.contract.types.SheetInput;

/**
 * A table that an officer handed in, and what he or she said besides.
 *
 * @param rosterId the roster that it is for
 * @param fixes which schools names mean
 * @param reasons why schools belong to a second community
 */
record GivenTable(String rosterId, SheetInput sheet, List<RosterFixInput> fixes, List<RosterReasonInput> reasons) {
    GivenTable {
        fixes = List.copyOf(fixes);
        reasons = List.copyOf(reasons);
    }

    static GivenTable ofText(String rosterId, String text) {
        return new GivenTable(rosterId, SheetInput.newBuilder().text(text).build(), List.of(), List.of());
    }

    static GivenTable ofFile(String rosterId, byte[] content) {
        var encoded = Base64.getEncoder().encodeToString(content);
        return new GivenTable(rosterId, SheetInput.newBuilder().content(encoded).build(), List.of(), List.of());
    }

    GivenTable fix(String name, String schoolId) {
        var fix = RosterFixInput.newBuilder().name(name).schoolId(schoolId).build();
        return new GivenTable(
                rosterId, sheet, Stream.concat(fixes.stream(), Stream.of(fix)).toList(), reasons);
    }

    GivenTable because(String schoolId, String reason) {
        var because =
                RosterReasonInput.newBuilder().schoolId(schoolId).reason(reason).build();
        return new GivenTable(
                rosterId,
                sheet,
                fixes,
                Stream.concat(reasons.stream(), Stream.of(because)).toList());
    }
}
