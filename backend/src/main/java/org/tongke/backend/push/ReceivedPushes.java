package org.tongke.backend.push;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.resource.ResourceUse;
import org.tongke.backend.resource.SchoolOpenings;

/** What somebody of a school was given. A few hundred at most, which are judged and put in order here. */
@Component
public class ReceivedPushes {
    /** Name of the list for page requests. */
    public static final String LIST = "myPushes";

    /** How many values order the list. */
    public static final int LIST_KEYS = 2;

    private static final Comparator<Push> NEWEST_FIRST = Comparator.comparing(ReceivedPushes::deliveredAt)
            .thenComparing(Push::id)
            .reversed();

    private final Given given;
    private final ResourceUse use;

    ReceivedPushes(Given given, ResourceUse use) {
        this.given = given;
        this.use = use;
    }

    /**
     * What the caller was given, the newest first; of what was taken back only what the caller had opened. As many round trips, whatever there is.
     *
     * @param unread only what the caller has still to open
     * @param scope where the caller is teacher or clerk
     */
    public Connection<Received> list(boolean unread, PageRequest page, Viewer viewer, Scope scope) {
        var schools = schoolsOf(scope);
        var bySchool = given.pushesFor(Optional.of(viewer), schools, Instant.EPOCH);
        var all = shown(bySchool.values());
        var opened = openedBy(viewer, all);
        var listed = all.stream()
                .filter(push -> push.isDelivered()
                        ? !unread || !opened.containsKey(push.said().resourceId())
                        : !unread && opened.containsKey(push.said().resourceId()))
                .sorted(NEWEST_FIRST)
                .dropWhile(push ->
                        page.after().filter(cursor -> !isAfter(push, cursor)).isPresent())
                .limit(page.limit())
                .toList();
        var first = firstOpenings(listed, schools);
        return Connection.of(
                        listed, page, push -> Cursor.of(LIST, deliveredAt(push).toString(), push.id()))
                .map(push -> new Received(
                        push,
                        opened.get(push.said().resourceId()),
                        remindedAt(push, bySchool, first).orElse(null)));
    }

    /** How many the caller has still to open. As many round trips, whatever there is. */
    public int countUnread(Viewer viewer, Scope scope) {
        var all = shown(given.pushesFor(Optional.of(viewer), schoolsOf(scope), Instant.EPOCH)
                .values());
        var opened = openedBy(viewer, all);
        return (int) all.stream()
                .filter(Push::isDelivered)
                .filter(push -> !opened.containsKey(push.said().resourceId()))
                .count();
    }

    /** Raw ids of the schools that a scope names. */
    static Set<String> schoolsOf(Scope scope) {
        return scope.places().stream()
                .map(PlaceKey::new)
                .filter(place -> !place.isRegion())
                .map(PlaceKey::raw)
                .collect(Collectors.toSet());
    }

    /** What was delivered once, each once. */
    static Set<Push> shown(Collection<List<Push>> pushes) {
        return pushes.stream()
                .flatMap(Collection::stream)
                .filter(push -> push.deliveredAt() != null)
                .collect(Collectors.toSet());
    }

    private Map<String, Instant> openedBy(Viewer viewer, Collection<Push> pushes) {
        return use.openedBy(viewer.requireAccount(), resourcesOf(pushes));
    }

    private static Set<String> resourcesOf(Collection<Push> pushes) {
        return pushes.stream().map(push -> push.said().resourceId()).collect(Collectors.toSet());
    }

    private static boolean isAfter(Push push, Cursor cursor) {
        var order = deliveredAt(push).toString().compareTo(cursor.keys().getFirst());
        return order < 0 || (order == 0 && push.id().compareTo(cursor.keys().getLast()) < 0);
    }

    private static Instant deliveredAt(Push push) {
        return Objects.requireNonNull(push.deliveredAt());
    }

    private Map<String, Map<String, SchoolOpenings>> firstOpenings(List<Push> pushes, Set<String> schools) {
        return use.openingsBySchool(resourcesOf(pushes), schools);
    }

    private static Optional<Instant> remindedAt(
            Push push, Map<String, List<Push>> bySchool, Map<String, Map<String, SchoolOpenings>> first) {
        var of = new HashMap<>(first.getOrDefault(push.said().resourceId(), Map.of()));
        var schools = new HashSet<String>();
        bySchool.forEach((school, pushes) -> {
            if (pushes.contains(push)) {
                schools.add(school);
            }
        });
        return schools.stream()
                .flatMap(school ->
                        push.remindedAt(Optional.ofNullable(of.get(school)).map(SchoolOpenings::firstAt)).stream())
                .max(Comparator.naturalOrder());
    }
}
