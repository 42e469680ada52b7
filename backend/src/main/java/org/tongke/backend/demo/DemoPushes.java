package org.tongke.backend.demo;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.demo.DemoCounty.DemoSchool;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.push.Push;
import org.tongke.backend.push.PushSaid;
import org.tongke.backend.push.PushState;
import org.tongke.backend.push.Pushes;
import org.tongke.backend.push.Pushing;
import org.tongke.backend.push.Recommendations;
import org.tongke.backend.push.RuleSaid;
import org.tongke.backend.resource.ContentSaid;
import org.tongke.backend.resource.FactsSaid;
import org.tongke.backend.resource.GroupsSaid;
import org.tongke.backend.resource.Licence;
import org.tongke.backend.resource.Resource;
import org.tongke.backend.resource.ResourceContent;
import org.tongke.backend.resource.ResourceOwner;
import org.tongke.backend.resource.ResourceUse;
import org.tongke.backend.resource.Sharing;

/**
 * What the resource centre does for the demo's county: one push that some schools have opened, one that waits for its time, and three
 * recommendations of the schools. Repeating it changes nothing.
 */
@Component
@ConditionalOnBooleanProperty("tongke.demo")
class DemoPushes {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int TRIES = 120;
    private static final int DAYS_TO_NEXT = 7;
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final DemoPeople people;
    private final Sharing sharing;
    private final ResourceUse use;
    private final Pushing pushing;
    private final Pushes pushes;
    private final Recommendations recommendations;
    private final Clock clock;
    private final ZoneId zone;

    DemoPushes(
            DemoPeople people,
            Sharing sharing,
            ResourceUse use,
            Pushing pushing,
            Pushes pushes,
            Recommendations recommendations,
            Clock clock,
            ZoneId zone) {
        this.people = people;
        this.sharing = sharing;
        this.use = use;
        this.pushing = pushing;
        this.pushes = pushes;
        this.recommendations = recommendations;
        this.clock = clock;
        this.zone = zone;
    }

    /** Plans the pushes and recommends. What is to go at once is delivered a moment later. */
    void put() {
        push("乡村小规模学校同步课堂操作指南", Optional.empty());
        var next = LocalDate.ofInstant(clock.instant(), zone)
                .plusDays(DAYS_TO_NEXT)
                .atTime(MORNING)
                .atZone(zone)
                .toInstant();
        push("三年级数学“分数的初步认识”课例", Optional.of(next));
        recommend("“圆的面积”互动课件", Optional.empty());
        recommend("乡土数学小调查活动单", Optional.of(true));
        recommend("期末复习卷", Optional.of(false));
    }

    /** Two schools open what was pushed, as soon as it is delivered. */
    void open() throws InterruptedException {
        var push = push("乡村小规模学校同步课堂操作指南", Optional.empty());
        for (int tried = 0; tried < TRIES && isWaiting(stateOf(push)); tried++) {
            Thread.sleep(PAUSE);
        }
        if (stateOf(push) == PushState.DELIVERED) {
            for (var person : List.of(people.memberTeacher(), people.demoClerk())) {
                use.open(push.said().resourceId(), Optional.empty(), person, Scope.of(person.places()));
            }
        }
    }

    private static boolean isWaiting(PushState state) {
        return state == PushState.PLANNED || state == PushState.DELIVERING;
    }

    private PushState stateOf(Push push) {
        return pushes.find(push.id(), people.centre(), Scope.EVERYWHERE)
                .orElseThrow()
                .state();
    }

    private Push push(String title, Optional<Instant> sendAt) {
        var resource = share(title, people.centre(), ResourceOwner.idOfCentre(Regions.PROVINCE), List.of());
        var rule = new RuleSaid(List.of(DemoCounty.COUNTY), List.of(), List.of(), List.of(), List.of(), List.of());
        // on a first start the county's schools are all that there are
        var said = new PushSaid(resource.id(), rule, Optional.of("请各校组织教师学习。"), sendAt, true);
        return pushing.create(idOf("push", title), Optional.empty(), said, people.centre());
    }

    private void recommend(String title, Optional<Boolean> accepted) {
        var teacher = people.teacher();
        var resource = share(title, teacher, DemoSchool.YUNXI.id(), List.of(DemoCounty.COMMUNITIES.getFirst()));
        var recommendation = recommendations.recommend(
                idOf("recommendation", title),
                resource.id(),
                Optional.empty(),
                Optional.of("课堂上用过，学生参与度高。"),
                teacher,
                Scope.NOWHERE);
        if (accepted.isPresent() && recommendation.isOpen()) {
            var centre = people.centre();
            recommendations.decide(
                    recommendation.id(),
                    recommendation.revision(),
                    accepted.get(),
                    accepted.get() ? "适合全省使用" : "以练习为主，已有同类资源",
                    centre,
                    Scope.of(centre.places()));
        }
    }

    private Resource share(String title, Viewer by, String sharer, List<String> communities) {
        var id = idOf("resource", title);
        var link = new ResourceContent.Link("https://example.com/" + id, false);
        return sharing.share(
                        id,
                        sharer,
                        new FactsSaid(title, null, "MATHEMATICS", List.of(), null, Licence.CC_BY_NC),
                        new GroupsSaid(communities, false),
                        new ContentSaid(Optional.empty(), Optional.of(link)),
                        by,
                        Scope.of(by.places()))
                .resource()
                .orElseThrow();
    }

    private static UUID idOf(String what, String title) {
        return UUID.nameUUIDFromBytes((what + "/" + title).getBytes(StandardCharsets.UTF_8));
    }
}
