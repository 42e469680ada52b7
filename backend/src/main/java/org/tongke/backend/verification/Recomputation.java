package org.tongke.backend.verification;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.base.KillPoint;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.evidence.Evidence;
import org.tongke.backend.register.ExchangePeriod;

/**
 * Brings the progress of communities up to their facts. Several backends may do so at once, be killed at any point, and repeat it.
 *
 * <p>Why the last one written is right: a look at the facts begins by reading which look stands in the store, reads the facts after
 * that, and is written only if the same look still stands there; else it begins anew. So the looks at a community form a chain, and
 * each was read after the one before it was written. A fact that changes is followed by a look that begins after the change; every
 * later look in the chain has read it, too. This holds only if every look is written, also one that finds nothing new: if it were
 * not, an older look that is still on its way could put what it read before the change over it. Such a write changes nothing but
 * the look's token, neither revision nor {@code changedAt}, so that nobody is told of it.
 */
@Component
class Recomputation {
    /** How many communities are looked at in one pass: bounds what is held in memory. */
    static final int AT_ONCE = 100;

    private static final int MOST_ATTEMPTS = 50;

    private final LookStore store;
    private final ProgressHistory history;
    private final FactSource facts;
    private final List<Programme> programmes;
    private final Clock clock;

    @Autowired
    Recomputation(LookStore store, ProgressHistory history, FactSource facts, Programmes programmes, Clock clock) {
        this(store, history, facts, programmes.list(), clock);
    }

    Recomputation(LookStore store, ProgressHistory history, FactSource facts, List<Programme> programmes, Clock clock) {
        this.store = store;
        this.history = history;
        this.facts = facts;
        this.programmes = List.copyOf(programmes);
        this.clock = clock;
    }

    /**
     * Looks at communities and writes what is found, in every programme.
     *
     * @param communityIds raw ids; unknown ones are passed over
     * @return what was news, by the revision that the news stands in
     */
    Map<ProgressId, Long> recompute(Collection<String> communityIds) {
        var news = new HashMap<ProgressId, Long>();
        var all = List.copyOf(new HashSet<>(communityIds));
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            recomputePass(new HashSet<>(all.subList(from, Math.min(from + AT_ONCE, all.size()))), news);
        }
        return news;
    }

    /**
     * Looks at communities whose progress the clock alone has changed: those that wait longest, as many as one pass takes.
     *
     * @return whether more may be waiting
     */
    boolean recomputeDue() {
        var ids = programmes.stream().map(Programme::id).toList();
        var due = store.findDue(ids, clock.instant(), AT_ONCE);
        recompute(due);
        return due.size() == AT_ONCE;
    }

    /** What the store says otherwise than the facts, by the revision that says so. Writes nothing. */
    Map<ProgressId, Long> findDrifted(Collection<String> communityIds) {
        return look(communityIds).stream()
                .filter(Look::isNews)
                .collect(Collectors.toMap(Look::id, look -> look.before().revision()));
    }

    private void recomputePass(Set<String> communityIds, Map<ProgressId, Long> news) {
        var left = communityIds;
        for (int attempt = 0; !left.isEmpty(); attempt++) {
            if (attempt == MOST_ATTEMPTS) {
                throw new IllegalStateException("others keep writing the progress of " + left);
            }
            left = attempt(left, news);
        }
    }

    /** The communities that somebody else looked at meanwhile. */
    private Set<String> attempt(Set<String> communityIds, Map<ProgressId, Long> news) {
        var looks = look(communityIds);
        KillPoint.reached("progress.evaluated");
        if (looks.isEmpty()) {
            return Set.of();
        }
        var now = clock.instant();
        history.keep(looks.stream()
                .flatMap(look -> look.past(zoneOf(look.id()), now).stream())
                .toList());
        KillPoint.reached("progress.kept");
        var lost = store.write(looks, UUID.randomUUID().toString(), now);
        looks.stream()
                .filter(look -> look.isNews() && !lost.contains(look.id()))
                .forEach(look -> news.put(look.id(), look.before().revision() + 1));
        return lost.stream().map(ProgressId::communityId).collect(Collectors.toSet());
    }

    private ZoneId zoneOf(ProgressId id) {
        return programmes.stream()
                .filter(programme -> programme.id().equals(id.programmeId()))
                .findFirst()
                .orElseThrow()
                .zone();
    }

    private List<Look> look(Collection<String> communityIds) {
        // first what stands there, then the facts: the order is what makes the chain
        var ids = idsOf(communityIds);
        var stored = store.findStored(ids);
        var communities = facts.communities(communityIds);
        var newOnes = newOnes(communities.values());
        var evidence = evidence(newOnes);
        var exchanges = exchanges(newOnes);
        var verdicts = facts.verdicts(ids);
        var looks = new ArrayList<Look>();
        for (var programme : programmes) {
            var activities = activities(communities.values(), programme);
            for (var communityId : communityIds) {
                var id = new ProgressId(programme.id(), communityId);
                var before = stored.getOrDefault(id, Look.Stored.NONE);
                var community = Optional.ofNullable(communities.get(communityId));
                if (community.isPresent() || before.token() != null) {
                    var found = community
                            .filter(one -> Computation.isNew(one, programme))
                            .map(one -> Computation.progress(
                                    one,
                                    programme,
                                    activities.getOrDefault(communityId, List.of()),
                                    evidence.getOrDefault(communityId, List.of()),
                                    exchanges.getOrDefault(communityId, List.of()),
                                    clock.instant()))
                            .map(one -> one.reviewed(verdicts.get(id), before.progress(), clock.instant()));
                    looks.add(new Look(id, before, found));
                }
            }
        }
        return looks;
    }

    private List<ProgressId> idsOf(Collection<String> communityIds) {
        return programmes.stream()
                .flatMap(programme -> communityIds.stream().map(id -> new ProgressId(programme.id(), id)))
                .toList();
    }

    private Map<String, List<Activity>> activities(Collection<Community> communities, Programme programme) {
        var newOnes = communities.stream()
                .filter(community -> Computation.isNew(community, programme))
                .map(Community::id)
                .toList();
        return newOnes.isEmpty() ? Map.of() : group(facts.activities(newOnes, programme.span()), Activity::communityId);
    }

    /** Raw ids of those that are new ones of a programme. */
    private List<String> newOnes(Collection<Community> communities) {
        return communities.stream()
                .filter(community -> programmes.stream().anyMatch(programme -> Computation.isNew(community, programme)))
                .map(Community::id)
                .toList();
    }

    /** A county's document stands with each of its communities. */
    private Map<String, List<Evidence>> evidence(List<String> newOnes) {
        var found = new HashMap<String, List<Evidence>>();
        if (!newOnes.isEmpty()) {
            facts.evidence(newOnes)
                    .forEach(claim -> claim.communityIds()
                            .forEach(id -> found.computeIfAbsent(id, _ -> new ArrayList<>())
                                    .add(claim)));
        }
        return found;
    }

    private Map<String, List<ExchangePeriod>> exchanges(List<String> newOnes) {
        return newOnes.isEmpty() ? Map.of() : group(facts.exchanges(newOnes), ExchangePeriod::communityId);
    }

    private static <T> Map<String, List<T>> group(List<T> facts, Function<T, String> communityId) {
        return facts.stream().collect(Collectors.groupingBy(communityId));
    }
}
