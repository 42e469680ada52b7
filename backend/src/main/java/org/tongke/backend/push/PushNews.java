package org.tongke.backend.push;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.activity.ChangePlace;
import org.tongke.backend.base.error.Phrase;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.resource.Resource;
import org.tongke.backend.resource.ResourceOwner;
import org.tongke.backend.resource.ResourceUse;
import org.tongke.backend.resource.Resources;
import org.tongke.backend.resource.SchoolOpenings;
import org.tongke.backend.timetable.notice.NoticeKind;
import org.tongke.backend.timetable.notice.NoticeSource;
import org.tongke.backend.timetable.notice.ResourceNews;

/**
 * Tells people of schools what a resource centre gives them, reminds them of, and takes back. All of it is found in the pushes of their schools and
 * in who has opened what, so that nothing is written for a reader: a reminder is told to those who had not opened it by then, as had nobody
 * of their school; that it was taken back, or that the resource was, is told to those who had. Of what was taken back nothing else is told any more.
 */
@Component
class PushNews implements NoticeSource {
    /** The row of who is given something at a school: its teachers and clerks. */
    private static final String OF_SCHOOL = "Query.myPushes";
    /** Where the recall stands, behind all reminders; so does that the resource was taken back. */
    private static final int RECALL = 1_000;

    private final Given given;
    private final ResourceUse use;
    private final Resources all;
    private final Schools schools;
    private final Regions regions;
    private final WhoMay whoMay;

    PushNews(Given given, ResourceUse use, Resources all, Schools schools, Regions regions, WhoMay whoMay) {
        this.given = given;
        this.use = use;
        this.all = all;
        this.schools = schools;
        this.regions = regions;
        this.whoMay = whoMay;
    }

    /** Two round trips, one more where the caller is a teacher of the directory, and three more where there are pushes. */
    @Override
    public List<ResourceNews> newsOf(Viewer viewer, Instant since) {
        var own = schoolsOf(viewer);
        var bySchool = own.isEmpty() ? Map.<String, List<Push>>of() : given.pushesFor(Optional.of(viewer), own, since);
        var pushes = ReceivedPushes.shown(bySchool.values());
        if (pushes.isEmpty()) {
            return List.of();
        }
        var resources = pushes.stream().map(push -> push.said().resourceId()).collect(Collectors.toSet());
        var opened = use.openedBy(viewer.requireAccount(), resources);
        var first = use.openingsBySchool(resources, own);
        var found = all.findAll(resources);
        return pushes.stream()
                .flatMap(push -> {
                    var resource = push.said().resourceId();
                    var openings = first.getOrDefault(resource, Map.of());
                    var theirs = bySchool.entrySet().stream()
                            .filter(entry -> entry.getValue().contains(push))
                            .map(entry -> Optional.ofNullable(openings.get(entry.getKey()))
                                    .map(SchoolOpenings::firstAt))
                            .toList();
                    return newsOf(push, found.get(resource), Optional.ofNullable(opened.get(resource)), theirs);
                })
                .filter(news -> !news.place().recordedAt().isBefore(since))
                .toList();
    }

    /**
     * What is told of a push.
     *
     * @param resource what is pushed
     * @param opened when the reader has opened the resource first
     * @param bySchool the same for anybody of each of the reader's schools that it went to
     */
    private Stream<ResourceNews> newsOf(
            Push push, @Nullable Resource resource, Optional<Instant> opened, List<Optional<Instant>> bySchool) {
        var recall = push.recall();
        if (recall != null) {
            return opened.filter(at -> at.isBefore(recall.at())).stream()
                    .map(_ -> news(push, NoticeKind.PUSH_RECALLED, recall.at(), RECALL, recall.reason()));
        }
        var withdrawal = resource == null ? null : resource.withdrawal();
        if (resource != null && withdrawal != null) {
            return opened.filter(at -> at.isBefore(withdrawal.at())).stream()
                    .map(_ -> new ResourceNews(
                            new ChangePlace(withdrawal.at(), "push " + push.id(), RECALL),
                            NoticeKind.RESOURCE_WITHDRAWN,
                            wordsOf(resource.owner()),
                            resource.id(),
                            push.said().title(),
                            withdrawal.reason()));
        }
        var reminders = push.reminders();
        var reminded = IntStream.range(0, reminders.size())
                .filter(number -> reminders.get(number).reaches(opened)
                        && bySchool.stream().anyMatch(reminders.get(number)::reaches))
                .mapToObj(number -> news(
                        push,
                        NoticeKind.REMINDED,
                        reminders.get(number).at(),
                        number + 1,
                        push.said().note()));
        var deliveredAt = Objects.requireNonNull(push.deliveredAt());
        return Stream.concat(
                Stream.of(news(
                        push, NoticeKind.PUSHED, deliveredAt, 0, push.said().note())),
                reminded);
    }

    private ResourceNews news(Push push, NoticeKind kind, Instant at, int number, @Nullable String said) {
        return new ResourceNews(
                new ChangePlace(at, "push " + push.id(), number),
                kind,
                ResourceOwner.wordsOfCentre(regions.get(push.centreCode())),
                push.said().resourceId(),
                push.said().title(),
                said);
    }

    private Phrase wordsOf(ResourceOwner owner) {
        return owner.centre()
                .map(code -> ResourceOwner.wordsOfCentre(regions.get(code)))
                .orElseGet(() -> new Phrase("resource.school", owner.schoolName()));
    }

    @Override
    public Set<String> collections() {
        return Set.of(PushStore.COLLECTION);
    }

    @Override
    public Collection<String> touchesOf(Viewer viewer) {
        var own = schoolsOf(viewer);
        var touches = new HashSet<String>();
        if (!own.isEmpty()) {
            schools.findAll(own, Scope.EVERYWHERE).values().stream()
                    .flatMap(school -> school.places().stream())
                    .map(PlaceKey::new)
                    .filter(PlaceKey::isRegion)
                    .forEach(region -> touches.add(PushStore.touchOf(region.raw())));
        }
        return touches;
    }

    private Set<String> schoolsOf(Viewer viewer) {
        return ReceivedPushes.schoolsOf(whoMay.permission(OF_SCHOOL, viewer).scope());
    }
}
