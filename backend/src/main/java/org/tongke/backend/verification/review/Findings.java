package org.tongke.backend.verification.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.verification.CommunityProgress;
import org.tongke.backend.verification.ProgressId;
import org.tongke.backend.verification.Progresses;

/** The findings: what others may ask and do. */
@Component
public class Findings {
    /** Name of the list of what was said of a community. */
    public static final String LIST = DecisionStore.LIST;

    /** How many values order that list. */
    public static final int LIST_KEYS = 1;

    /** On how many communities something can be said at once. */
    public static final int MOST_AT_ONCE = 100;

    private final FindingStore store;
    private final DecisionStore decisions;
    private final Progresses progresses;
    private final FindingFiles files;
    private final Decider decider;

    Findings(FindingStore store, DecisionStore decisions, Progresses progresses, FindingFiles files, Decider decider) {
        this.store = store;
        this.decisions = decisions;
        this.progresses = progresses;
        this.files = files;
        this.decider = decider;
    }

    /** The finding with a raw id. */
    public Optional<Finding> find(String raw, Scope scope) {
        return raw.indexOf(':') < 0
                ? Optional.empty()
                : progresses.find(ProgressId.of(raw), scope).map(progress -> of(progress, saidOf(progress.id())));
    }

    /** The findings on some communities' progress. Two round trips. */
    public Map<ProgressId, Finding> findAll(Collection<CommunityProgress> progress) {
        var said = store.findSaid(progress.stream().map(CommunityProgress::id).toList());
        var filesOf = files.of(progress);
        return progress.stream()
                .collect(Collectors.toMap(
                        CommunityProgress::id,
                        one -> new Finding(one, filesOf.getOrDefault(one.id(), List.of()), said.get(one.id())),
                        (one, same) -> one));
    }

    /**
     * What was said of some communities, the newest first. One round trip for all of which the same page is asked.
     *
     * @return a page for each that is asked for
     */
    public Map<DecisionPage, Connection<Decision>> listEach(Collection<DecisionPage> pages) {
        var found = new HashMap<DecisionPage, Connection<Decision>>();
        pages.stream().collect(Collectors.groupingBy(DecisionPage::page)).forEach((page, asked) -> {
            var ids = asked.stream().map(one -> one.finding().id()).toList();
            var earlier = decisions.listEach(ids, page);
            asked.forEach(one ->
                    found.put(one, list(one, earlier.getOrDefault(one.finding().id(), List.of()))));
        });
        return found;
    }

    /** The latest one stands in the finding; after a crash it may stand among the earlier ones already. */
    private static Connection<Decision> list(DecisionPage asked, List<Decision> earlier) {
        var all = new ArrayList<Decision>();
        asked.finding()
                .latest()
                .filter(latest -> asked.page()
                        .after()
                        .map(DecisionStore::numberOf)
                        .map(number -> latest.revision() < number)
                        .orElse(true))
                .ifPresent(all::add);
        earlier.stream()
                .filter(one -> one.revision() < asked.finding().revision())
                .limit(asked.page().limit() - (long) all.size())
                .forEach(all::add);
        return Connection.of(all, asked.page(), DecisionStore::cursorOf);
    }

    /**
     * Passes a community, sends it back, submits it again, or takes back what was said last. What is sent again says nothing more.
     *
     * @param scope where the caller may say that
     * @throws RefusedException NOT_FOUND, REQUIRED, TOO_LONG, OUT_OF_RANGE, MALFORMED, ID_REUSED, REVISION_STALE, DECIDED_MEANWHILE,
     *     CONFLICT, NOT_READY, OWN_EVIDENCE, CRITERION_UNKNOWN
     */
    public Finding decide(DecisionSaid said, Viewer viewer, Scope scope) {
        return decider.decide(List.of(said), viewer, scope).getFirst().get();
    }

    /**
     * The same of several communities, each by itself: one that is refused stops none of the others. As many round trips as for one, and
     * one more where some are sent again.
     *
     * @param all at most {@value #MOST_AT_ONCE}; of those on one community the first is taken
     * @return what became of each, in their order
     */
    public List<DecisionOutcome> decideAll(List<DecisionSaid> all, Viewer viewer, Scope scope) {
        return decider.decide(all, viewer, scope);
    }

    private @Nullable Said saidOf(ProgressId id) {
        return store.findSaid(List.of(id)).get(id);
    }

    private Finding of(CommunityProgress progress, @Nullable Said said) {
        return new Finding(progress, files.of(List.of(progress)).getOrDefault(progress.id(), List.of()), said);
    }
}
