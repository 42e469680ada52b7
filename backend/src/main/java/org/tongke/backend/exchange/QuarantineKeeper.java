package org.tongke.backend.exchange;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.ActivityKind;
import org.tongke.backend.activity.ActivityKinds;
import org.tongke.backend.activity.Grades;
import org.tongke.backend.activity.Subjects;
import org.tongke.backend.base.feed.FeedConsumer;
import org.tongke.backend.base.feed.FeedEntry;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.community.Communities;
import org.tongke.backend.directory.Schools;

/**
 * Tries rows of the quarantine again when what they wait for appears: schools, communities, kinds and mappings by the feed, what is data of
 * the product when it starts. Also tries each row once after it came, for what was missing may have appeared in between.
 */
@Component
class QuarantineKeeper implements FeedConsumer {
    private static final int PAGES_AT_ONCE = 5;
    /** How often it looks for what is data of the product: another backend may run an older one. */
    private static final long LOOKS_BETWEEN = 900;

    private final QuarantineStore store;
    private final Retries retries;
    private final ActivityKinds kinds;
    private final Subjects subjects;
    private final Grades grades;
    private long looks;

    QuarantineKeeper(QuarantineStore store, Retries retries, ActivityKinds kinds, Subjects subjects, Grades grades) {
        this.store = store;
        this.retries = retries;
        this.kinds = kinds;
        this.subjects = subjects;
        this.grades = grades;
    }

    @Override
    public String name() {
        return "quarantine";
    }

    @Override
    public Set<String> collections() {
        return Set.of("schools", "communities", ActivityKinds.COLLECTION, NameMappingStore.COLLECTION);
    }

    @Override
    public void on(List<FeedEntry> entries) {
        var appeared = new HashSet<String>();
        if (entries.stream().anyMatch(entry -> entry.collection().equals(ActivityKinds.COLLECTION))) {
            // another backend may have written it
            kinds.look();
        }
        entries.forEach(entry -> appeared.addAll(appeared(entry)));
        store.wish(appeared, retries.now());
        tryDue();
    }

    @Override
    public void due() {
        if (looks++ % LOOKS_BETWEEN == 0) {
            store.wish(dataOfTheProduct(), retries.now());
        }
        tryDue();
    }

    /** Page after page; what is left at the end comes with the next call, so that the feed does not wait for long. */
    private void tryDue() {
        for (int page = 0; page < PAGES_AT_ONCE; page++) {
            if (!retries.tryDue(Optional.empty(), QuarantineKeeper::origin).goesOn()) {
                return;
            }
        }
    }

    private static Origin origin(Supplier supplier) {
        return new Origin("system", supplier.name(), "quarantine");
    }

    private static Collection<String> appeared(FeedEntry entry) {
        return switch (entry.collection()) {
            case "schools" ->
                Schools.namesAmong(entry.document()).stream().map(Waits::school).toList();
            case "communities" ->
                Stream.concat(
                                Stream.of(Waits.community(entry.id())),
                                Communities.schoolsAmong(entry.document()).stream()
                                        .map(Waits::membership))
                        .toList();
            case ActivityKinds.COLLECTION -> List.of(Waits.kind(entry.id()));
            default -> List.of(Waits.mapping(entry.id()));
        };
    }

    private Set<String> dataOfTheProduct() {
        var names = new HashSet<String>();
        kinds.list().stream().map(ActivityKind::code).map(Waits::kind).forEach(names::add);
        Stream.of(
                        subjects.list().stream()
                                .flatMap(subject -> subject.calledBy().map(Waits::subject)),
                        grades.list().stream().flatMap(grade -> grade.calledBy().map(Waits::grade)))
                .flatMap(Function.identity())
                .forEach(names::add);
        return names;
    }
}
