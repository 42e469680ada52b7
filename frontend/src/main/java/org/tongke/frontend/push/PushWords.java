package org.tongke.frontend.push;

import static org.tongke.frontend.component.Texts.text;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Table.Cell;
import org.tongke.frontend.contract.types.Push;
import org.tongke.frontend.contract.types.PushState;
import org.tongke.frontend.contract.types.RecommendationState;
import org.tongke.frontend.contract.types.Resource;

/** What pushes and recommendations are called for a person. */
final class PushWords {
    private PushWords() {}

    static String state(PushState state) {
        return text("push.state." + OneOf.code(state));
    }

    static Cell stateCell(Push push) {
        return new Cell(state(push.getState()), badge(push.getState()));
    }

    /** How a state looks: as something good, as something that waits, or as neither. */
    static @Nullable String badge(PushState state) {
        return switch (state) {
            case PLANNED, DELIVERING -> "lacking";
            case DELIVERED -> "good";
            case RECALLED -> null;
        };
    }

    static String state(RecommendationState state) {
        return text("push.recommendation." + OneOf.code(state));
    }

    static @Nullable String badge(RecommendationState state) {
        return switch (state) {
            case WAITING -> "lacking";
            case ACCEPTED -> "good";
            case DECLINED, WITHDRAWN -> null;
        };
    }

    /** Since when its schools see it, or when it is to go. */
    static String when(Push push) {
        return at(push.getDeliveredAt() == null ? push.getSendAt() : push.getDeliveredAt());
    }

    /** A day and a time, as in {@code 3月15日 周一 10:20}. */
    static String at(OffsetDateTime at) {
        return Formats.day(at) + " " + Formats.time(at);
    }

    static <T> String list(List<T> things, Function<T, String> name) {
        return things.stream().map(name).collect(Collectors.joining(text("push.and")));
    }

    static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }

    /** Address of the page of a resource. */
    static String path(Resource resource) {
        return "/resources/" + Links.encode(resource.getId());
    }
}
