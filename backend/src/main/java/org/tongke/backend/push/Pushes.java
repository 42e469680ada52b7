package org.tongke.backend.push;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.push.DeliveryStore.Delivery;
import org.tongke.backend.resource.ResourceUse;
import org.tongke.backend.resource.SchoolOpenings;

/** The pushes of a centre, and what became of them: what others may ask. Receipts are counted from facts each time. */
@Component
public class Pushes {
    /** Name of the list for page requests. */
    public static final String LIST = PushStore.LIST;

    /** Name of the list of receipts for page requests. */
    public static final String RECEIPTS = DeliveryStore.LIST;

    /** How many values order either list. */
    public static final int LIST_KEYS = 2;

    private final PushStore store;
    private final DeliveryStore deliveries;
    private final ResourceUse use;

    Pushes(PushStore store, DeliveryStore deliveries, ResourceUse use) {
        this.store = store;
        this.deliveries = deliveries;
        this.use = use;
    }

    /** The push with a raw id, for its centre and whoever may look there. */
    public Optional<Push> find(String id, Viewer viewer, Scope scope) {
        return store.find(id).filter(found -> scope.covers(found.places()));
    }

    /** Pushes in a scope, the newest first. One round trip. */
    public Connection<Push> list(Optional<PushState> state, PageRequest page, Scope scope) {
        return Connection.of(store.list(state, page, scope), page, PushStore::cursorOf);
    }

    /** Schools of a push in the order of their names. Three round trips. */
    public Connection<Receipt> receipts(Push push, Optional<ReceiptFilter> filter, PageRequest page) {
        var resource = push.said().resourceId();
        var opened = use.openingsBySchool(List.of(resource), List.of()).getOrDefault(resource, Map.of());
        var lessons = use.lessonsBySchool(List.of(resource)).getOrDefault(resource, Map.of());
        var only = filter.filter(wanted -> wanted != ReceiptFilter.NOT_OPENED)
                .map(wanted -> wanted == ReceiptFilter.OPENED ? opened.keySet() : lessons.keySet());
        var except = filter.filter(wanted -> wanted == ReceiptFilter.NOT_OPENED).isPresent()
                ? opened.keySet()
                : Set.<String>of();
        return Connection.of(deliveries.list(push.id(), only, except, page), page, Delivery::cursor)
                .map(delivery -> receipt(push, delivery, opened, lessons));
    }

    private static Receipt receipt(
            Push push, Delivery delivery, Map<String, SchoolOpenings> opened, Map<String, Integer> lessons) {
        var of = Optional.ofNullable(opened.get(delivery.schoolId()));
        return new Receipt(
                delivery.schoolId(),
                delivery.schoolName(),
                push.deliveredAt(),
                of.map(SchoolOpenings::people).orElse(0),
                of.map(SchoolOpenings::firstAt).orElse(null),
                lessons.getOrDefault(delivery.schoolId(), 0),
                push.remindedAt(of.map(SchoolOpenings::firstAt)).orElse(null));
    }

    /** What became of pushes, by raw id. Three round trips. */
    public Map<String, PushCounts> count(Collection<Push> pushes) {
        var schools = deliveries.schoolsOf(pushes.stream().map(Push::id).collect(Collectors.toSet()));
        var resources = pushes.stream().map(push -> push.said().resourceId()).collect(Collectors.toSet());
        var opened = use.openingsBySchool(resources, List.of());
        var lessons = use.lessonsBySchool(resources);
        var counts = new HashMap<String, PushCounts>();
        for (var push : pushes) {
            var resource = push.said().resourceId();
            counts.put(
                    push.id(),
                    count(
                            schools.getOrDefault(push.id(), Set.of()),
                            opened.getOrDefault(resource, Map.of()),
                            lessons.getOrDefault(resource, Map.of())));
        }
        return counts;
    }

    private static PushCounts count(
            Set<String> schools, Map<String, SchoolOpenings> opened, Map<String, Integer> lessons) {
        return new PushCounts(
                schools.size(),
                (int) schools.stream().filter(opened::containsKey).count(),
                (int) schools.stream().filter(lessons::containsKey).count(),
                schools.stream()
                        .flatMap(school -> Optional.ofNullable(opened.get(school)).stream())
                        .mapToInt(SchoolOpenings::people)
                        .sum());
    }
}
