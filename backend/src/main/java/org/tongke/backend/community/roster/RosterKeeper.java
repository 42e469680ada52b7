package org.tongke.backend.community.roster;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.feed.FeedConsumer;
import org.tongke.backend.base.feed.FeedEntry;

/** Follows the rosters, so that a locked one becomes communities, whoever is killed meanwhile. */
@Component
class RosterKeeper implements FeedConsumer {
    private final RosterMaker maker;

    RosterKeeper(RosterMaker maker) {
        this.maker = maker;
    }

    @Override
    public String name() {
        return "rosters";
    }

    @Override
    public Set<String> collections() {
        return Set.of(RosterStore.COLLECTION);
    }

    @Override
    public void on(List<FeedEntry> entries) {
        entries.stream()
                .map(entry -> RosterStore.read(entry.document()))
                .filter(roster -> roster.state() == RosterState.LOCKED)
                .forEach(maker::make);
    }
}
