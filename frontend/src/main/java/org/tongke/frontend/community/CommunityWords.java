package org.tongke.frontend.community;

import static org.tongke.frontend.component.Texts.text;

import java.util.Locale;
import java.util.stream.Collectors;
import org.tongke.frontend.contract.types.Community;
import org.tongke.frontend.contract.types.CommunityMode;
import org.tongke.frontend.contract.types.School;

/** A community in a line or two. */
public final class CommunityWords {
    private CommunityWords() {}

    /** How its schools belong together, as in {@code 共建型}. */
    public static String mode(CommunityMode mode) {
        return text("community.mode." + mode.name().toLowerCase(Locale.ROOT));
    }

    /** Mode and county, as in {@code 共建型 · 乐清市}. */
    public static String kind(Community community) {
        return mode(community.getMode()) + " · " + community.getCounty().getName();
    }

    /** Its schools, the core school first. */
    public static String schools(Community community) {
        return text(
                "community.schools",
                community.getCore().getName(),
                community.getMembers().stream()
                        .map(School::getName)
                        .collect(Collectors.joining(text("community.and"))));
    }
}
