package org.tongke.frontend.timetable.find;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.client.Question;
import org.tongke.frontend.contract.client.ActivitiesGraphQLQuery;
import org.tongke.frontend.contract.client.ActivitiesProjectionRoot;
import org.tongke.frontend.contract.client.ActivityCountsGraphQLQuery;
import org.tongke.frontend.contract.client.ActivityCountsProjectionRoot;
import org.tongke.frontend.contract.client.FilterCountProjection;
import org.tongke.frontend.contract.client.NodeGraphQLQuery;
import org.tongke.frontend.contract.client.NodeProjectionRoot;
import org.tongke.frontend.contract.types.ActivityFilter;
import org.tongke.frontend.contract.types.ActivityState;

/** What the page asks of the contract. */
final class FindQuestions {
    private FindQuestions() {}

    /** A search as the contract has it. @param regionId from division codes to ids */
    static ActivityFilter filter(FindSearch search, UnaryOperator<String> regionId) {
        return ActivityFilter.newBuilder()
                .from(search.window().from())
                .to(search.window().to())
                .regionIds(search.of(FindFacet.REGION).stream().map(regionId).toList())
                .schoolIds(search.of(FindFacet.SCHOOL))
                .communityIds(search.of(FindFacet.COMMUNITY))
                .subjects(search.of(FindFacet.SUBJECT))
                .grades(search.of(FindFacet.GRADE))
                .kinds(search.of(FindFacet.KIND))
                .suppliers(search.of(FindFacet.SUPPLIER))
                .states(search.of(FindFacet.STATE).stream()
                        .map(ActivityState::valueOf)
                        .toList())
                .text(search.text())
                .build();
    }

    static Question lessons(ActivityFilter filter, int first, @Nullable String after) {
        var wanted = new ActivitiesProjectionRoot<>();
        wanted.pageInfo().hasNextPage().endCursor();
        var lesson = wanted.edges()
                .node()
                .id()
                .title()
                .className()
                .startsAt()
                .endsAt()
                .movedFrom();
        lesson.state();
        lesson.kind().name();
        lesson.subject().code().name();
        lesson.grade().name();
        lesson.schools().name();
        lesson.standing().shown();
        var query = ActivitiesGraphQLQuery.newRequest().filter(filter).first(first);
        return new Question("activities", (after == null ? query : query.after(after)).build(), wanted);
    }

    static Question counts(ActivityFilter filter) {
        var wanted = new ActivityCountsProjectionRoot<>();
        wanted.total().words();
        for (var list : List.<FilterCountProjection<?, ?>>of(
                wanted.cities(),
                wanted.counties(),
                wanted.subjects(),
                wanted.grades(),
                wanted.kinds(),
                wanted.suppliers(),
                wanted.states())) {
            list.value().label().count().words();
        }
        return new Question(
                "activityCounts",
                ActivityCountsGraphQLQuery.newRequest().filter(filter).build(),
                wanted);
    }

    /** The name of a school or community. */
    static Question name(String alias, String id) {
        var wanted = new NodeProjectionRoot<>();
        wanted.__typename();
        wanted.onSchool().name();
        wanted.onCommunity().name();
        return new Question(alias, NodeGraphQLQuery.newRequest().id(id).build(), wanted);
    }
}
