package org.tongke.frontend.resource;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.client.Question;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.contract.client.MyWeekGraphQLQuery;
import org.tongke.frontend.contract.client.MyWeekProjectionRoot;
import org.tongke.frontend.contract.client.NodeGraphQLQuery;
import org.tongke.frontend.contract.client.NodeProjectionRoot;
import org.tongke.frontend.contract.client.TieResourceGraphQLQuery;
import org.tongke.frontend.contract.client.TieResourceProjectionRoot;
import org.tongke.frontend.contract.client.UntieResourceGraphQLQuery;
import org.tongke.frontend.contract.client.UntieResourceProjectionRoot;
import org.tongke.frontend.contract.types.Activity;
import org.tongke.frontend.contract.types.ActivityState;
import org.tongke.frontend.contract.types.Node;
import org.tongke.frontend.contract.types.TieResourceInput;
import org.tongke.frontend.contract.types.TieResourcePayload;
import org.tongke.frontend.contract.types.Week;
import org.tongke.frontend.contract.types.WeekEntry;

/** Lessons that use resources. Commands throw {@link RefusedException}. */
@Component
public class UsedLessons {
    private final Backend backend;

    public UsedLessons(Backend backend) {
        this.backend = backend;
    }

    /** A lesson with when and between whom it is; empty if it is there no more. */
    Optional<Activity> find(String id) {
        var wanted = new NodeProjectionRoot<>();
        wanted.__typename();
        var lesson = wanted.onActivity().id().title().startsAt().endsAt();
        lesson.state();
        lesson.subject().code();
        lesson.grade().code();
        return backend.find(NodeGraphQLQuery.newRequest().id(id).build(), wanted, Node.class)
                .filter(Activity.class::isInstance)
                .map(Activity.class::cast);
    }

    /** Lessons of one's own timetable in the week of a day and in the next one, the earliest first, without cancelled ones. */
    List<Activity> listMine(LocalDate day) {
        var answer = backend.ask(week("this", day), week("next", day.plusWeeks(1)));
        return Stream.of("this", "next")
                .flatMap(name -> answer.get(name, Week.class).getEntries().stream())
                .map(WeekEntry::getActivity)
                .filter(lesson -> lesson.getState() != ActivityState.CANCELLED)
                .distinct()
                .toList();
    }

    private static Question week(String name, LocalDate day) {
        var wanted = new MyWeekProjectionRoot<>();
        var lesson = wanted.entries().activity().id().title().startsAt().endsAt();
        lesson.state();
        lesson.schools().school().id();
        return new Question(name, MyWeekGraphQLQuery.newRequest().day(day).build(), wanted);
    }

    /** Says that a lesson uses a resource. Repeating it changes nothing. */
    void tie(String resourceId, String activityId) {
        var wanted = new TieResourceProjectionRoot<>();
        wanted.errors().path().message().code();
        var payload = backend.get(
                TieResourceGraphQLQuery.newRequest()
                        .input(input(resourceId, activityId))
                        .build(),
                wanted,
                TieResourcePayload.class);
        RefusedException.throwIfAny(payload.getErrors());
    }

    /** Takes a resource from a lesson. Repeating it changes nothing. */
    void untie(String resourceId, String activityId) {
        var wanted = new UntieResourceProjectionRoot<>();
        wanted.errors().path().message().code();
        var payload = backend.get(
                UntieResourceGraphQLQuery.newRequest()
                        .input(input(resourceId, activityId))
                        .build(),
                wanted,
                TieResourcePayload.class);
        RefusedException.throwIfAny(payload.getErrors());
    }

    private static TieResourceInput input(String resourceId, String activityId) {
        return TieResourceInput.newBuilder()
                .resourceId(resourceId)
                .activityId(activityId)
                .build();
    }
}
