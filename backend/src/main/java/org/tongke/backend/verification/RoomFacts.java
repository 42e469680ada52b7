package org.tongke.backend.verification;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.programme.ProgrammeSpan;
import org.tongke.backend.evidence.Evidence;
import org.tongke.backend.evidence.EvidenceClaims;
import org.tongke.backend.register.ExchangePeriod;
import org.tongke.backend.register.ExchangePeriods;

/** The facts of the rooms that own them. */
@Component
class RoomFacts implements FactSource {
    private final Communities communities;
    private final Activities activities;
    private final EvidenceClaims evidence;
    private final ExchangePeriods exchanges;
    private final Verdicts verdicts;

    RoomFacts(
            Communities communities,
            Activities activities,
            EvidenceClaims evidence,
            ExchangePeriods exchanges,
            Verdicts verdicts) {
        this.communities = communities;
        this.activities = activities;
        this.evidence = evidence;
        this.exchanges = exchanges;
        this.verdicts = verdicts;
    }

    @Override
    public Map<String, Community> communities(Collection<String> ids) {
        return communities.findAll(ids, Scope.EVERYWHERE);
    }

    @Override
    public Connection<Community> list(@Nullable String after) {
        var page = PageRequest.of(Communities.LIST, Communities.LIST_KEYS, PageRequest.MOST, after);
        return communities.list(Optional.empty(), Optional.empty(), Optional.empty(), page, Scope.EVERYWHERE);
    }

    @Override
    public List<Activity> activities(Collection<String> communityIds, ProgrammeSpan span) {
        var from = span.from().atStartOfDay(span.zone()).toInstant();
        var to = span.to().plusDays(1).atStartOfDay(span.zone()).toInstant();
        return activities.findByCommunities(communityIds, from, to, Scope.EVERYWHERE);
    }

    @Override
    public List<Evidence> evidence(Collection<String> communityIds) {
        return evidence.findByCommunities(communityIds, Scope.EVERYWHERE);
    }

    @Override
    public Map<ProgressId, Verdict> verdicts(Collection<ProgressId> ids) {
        return verdicts.find(ids);
    }

    @Override
    public List<ExchangePeriod> exchanges(Collection<String> communityIds) {
        return exchanges.findByCommunities(communityIds, Scope.EVERYWHERE);
    }
}
