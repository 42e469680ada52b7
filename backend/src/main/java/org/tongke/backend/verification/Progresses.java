package org.tongke.backend.verification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.GoalSource;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.verification.ProgressStore.Order;
import org.tongke.backend.verification.deadline.RegionStanding;
import org.tongke.backend.verification.deadline.RegionStanding.Expected;

/** Progress of communities: what others may ask. Nobody writes it; it follows from the facts. */
@Component
public class Progresses {
    /** Name of the list of a region's progress for page requests. */
    public static final String LIST = ProgressStore.LIST;

    /** How many values order the list. */
    public static final int LIST_KEYS = 2;

    /** Name of the queue of those that wait for the county; its page requests have {@link #LIST_KEYS}, too. */
    public static final String QUEUE = ProgressStore.QUEUE;

    private final ProgressStore store;
    private final ProgressHistory history;
    private final GoalSource goals;
    private final Regions regions;

    Progresses(ProgressStore store, ProgressHistory history, GoalSource goals, Regions regions) {
        this.store = store;
        this.history = history;
        this.goals = goals;
        this.regions = regions;
    }

    /** Progress of a community in a programme; empty where it is none of its new ones. */
    public Optional<CommunityProgress> find(ProgressId id, Scope scope) {
        return Optional.ofNullable(findAll(List.of(id), scope).get(id));
    }

    /** Progress of many communities; what is not there is missing. One round trip. */
    public Map<ProgressId, CommunityProgress> findAll(Collection<ProgressId> ids, Scope scope) {
        return store.findAll(ids, scope);
    }

    /** Progress of many communities as it stands or was shown; what is not there is missing. One round trip, two for the past. */
    public Map<ProgressId, CommunityProgress> findAll(
            Programme programme, Collection<ProgressId> ids, AsOf asOf, Scope scope) {
        return asOf.past() ? history.find(ids, asOf.day(), programme.zone(), scope) : store.findAll(ids, scope);
    }

    /** The same without facts, for lists of many. */
    public Map<ProgressId, CommunityProgress> findAllWithoutFacts(
            Programme programme, Collection<ProgressId> ids, AsOf asOf, Scope scope) {
        return asOf.past()
                ? history.find(ids, asOf.day(), programme.zone(), scope)
                : store.findAllWithoutFacts(ids, scope);
    }

    /**
     * How many regions stand or stood, each by all communities in it and in the regions below, and by what it was to
     * reach then. Two round trips, three for the past.
     *
     * @return one for each of the regions, by code
     */
    public Map<String, RegionStanding> standings(
            Programme programme, Collection<String> regionCodes, AsOf asOf, Scope scope) {
        var top = topmost(regionCodes);
        var communities = asOf.past()
                ? history.standings(programme.id(), top, asOf.day(), programme.zone(), scope)
                : store.standings(programme.id(), top, scope);
        var asked = goals.goals(programme, asOf.at());
        var byPlace = new HashMap<String, List<Expected>>();
        Expected.inOrder(communities, programme, asOf.day())
                .forEach(one -> one.community()
                        .places()
                        .forEach(place -> byPlace.computeIfAbsent(place, _ -> new ArrayList<>())
                                .add(one)));
        return regionCodes.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        code -> RegionStanding.of(
                                byPlace.getOrDefault(PlaceKey.region(code).value(), List.of()),
                                asked.find(code).orElse(null),
                                programme,
                                asOf.day())));
    }

    /** Those of the regions that hold all the others: what lies in a county is found by its province, once. */
    private List<String> topmost(Collection<String> regionCodes) {
        var asked =
                regionCodes.stream().map(code -> PlaceKey.region(code).value()).collect(Collectors.toSet());
        return regionCodes.stream()
                .filter(code -> regions.find(code)
                        .filter(region -> region.places().stream()
                                .anyMatch(place -> asked.contains(place)
                                        && !place.equals(PlaceKey.region(code).value())))
                        .isEmpty())
                .toList();
    }

    /**
     * A page of the lists of regions: new communities, those that lack most criteria first. One round trip for one region, else two.
     *
     * @param facts whether facts are wanted, too
     * @return one for each of the regions, by code
     */
    public Map<String, Connection<CommunityProgress>> listAll(
            String programmeId, Collection<String> regionCodes, PageRequest page, boolean facts, Scope scope) {
        return listAll(Order.BY_LACK, programmeId, regionCodes, page, facts, scope);
    }

    /**
     * The same page of the queues of many regions: new communities that wait for the county to verify them; what was sent back and is
     * submitted again first, then those that wait longest. Two round trips.
     *
     * @return one for each of the regions, by code
     */
    public Map<String, Connection<CommunityProgress>> queues(
            String programmeId, Collection<String> regionCodes, PageRequest page, Scope scope) {
        return listAll(Order.QUEUED, programmeId, regionCodes, page, true, scope);
    }

    private Map<String, Connection<CommunityProgress>> listAll(
            Order order,
            String programmeId,
            Collection<String> regionCodes,
            PageRequest page,
            boolean facts,
            Scope scope) {
        var codes = List.copyOf(regionCodes);
        if (codes.size() == 1) {
            var found = store.list(order, programmeId, codes.getFirst(), page, facts, scope);
            return Map.of(codes.getFirst(), Connection.of(found, page, order::cursorOf));
        }
        var ids = store.listIds(order, programmeId, codes, page, scope);
        var listed = ids.values().stream().flatMap(List::stream).distinct().toList();
        var found = facts ? store.findAll(listed, scope) : store.findAllWithoutFacts(listed, scope);
        return codes.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        code -> connection(order, ids.getOrDefault(code, List.of()), found, page)));
    }

    /** What has changed its place between the two round trips may be missing; the next page begins behind what is there. */
    private static Connection<CommunityProgress> connection(
            Order order, List<ProgressId> ids, Map<ProgressId, CommunityProgress> found, PageRequest page) {
        var progress = ids.stream().map(found::get).filter(Objects::nonNull).toList();
        return Connection.of(progress, page, order::cursorOf);
    }
}
