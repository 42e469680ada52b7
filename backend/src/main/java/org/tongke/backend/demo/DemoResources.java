package org.tongke.backend.demo;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.ActivityKey;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.text.Sha256;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.demo.DemoCounty.DemoSchool;
import org.tongke.backend.resource.ContentSaid;
import org.tongke.backend.resource.FactsSaid;
import org.tongke.backend.resource.FileSaid;
import org.tongke.backend.resource.GroupsSaid;
import org.tongke.backend.resource.Licence;
import org.tongke.backend.resource.ResourceContent;
import org.tongke.backend.resource.ResourceUse;
import org.tongke.backend.resource.Sharing;
import org.tongke.calendar.Holidays;

/** Material that teachers of the demo's county share, and the lessons that use it. Repeating it changes nothing. */
@Component
@ConditionalOnBooleanProperty("tongke.demo")
class DemoResources {
    private static final Logger LOG = LoggerFactory.getLogger(DemoResources.class);
    private static final String YUNXI = "demo-yunxi";
    private static final String FRACTIONS = "fractions-plan";
    /** The lesson of {@link DemoTimetable} that uses it. */
    private static final String LESSON = "a1";

    private static final int DAYS = 7;

    private final Sharing sharing;
    private final ResourceUse use;
    private final DemoUploads uploads;
    private final DemoPeople people;
    private final Holidays holidays = Holidays.published();
    private final Clock clock;
    private final ZoneId zone;

    DemoResources(Sharing sharing, ResourceUse use, DemoUploads uploads, DemoPeople people, Clock clock, ZoneId zone) {
        this.sharing = sharing;
        this.use = use;
        this.uploads = uploads;
        this.people = people;
        this.clock = clock;
        this.zone = zone;
    }

    /** Shares what is missing, and ties the first of it to the lessons of the coming days. */
    void put() {
        shared().forEach(this::tried);
        opened();
        tie();
    }

    private List<DemoResource> shared() {
        var lin = people.teacher();
        var chen = people.memberTeacher();
        var zheng = people.teacher("郑若溪", DemoSchool.YUNXI);
        var xu = people.teacher("徐向阳", DemoSchool.YUNXI);
        var he = people.teacher("何乐声", DemoSchool.HAITANG);
        var du = people.teacher("杜子美", DemoSchool.CHENGDONG);
        return List.of(
                file(
                        FRACTIONS,
                        lin,
                        DemoSchool.YUNXI,
                        facts("分数的初步认识（两校同上教案）", "三年级上册第八单元第一课时，两校各备一份圆纸。", "MATHEMATICS", "G3"),
                        DemoFile.FRACTIONS_PLAN),
                file(
                        "fractions-exercise",
                        lin,
                        DemoSchool.YUNXI,
                        facts("分数墙练习单", "课上十分钟，两校交换批改。", "MATHEMATICS", "G3"),
                        DemoFile.FRACTIONS_EXERCISE),
                file(
                        "fractions-board",
                        chen,
                        DemoSchool.ZHUWU,
                        facts("分数的初步认识·板书", null, "MATHEMATICS", "G3"),
                        DemoFile.LESSON_1),
                file(
                        "light-experiment",
                        xu,
                        DemoSchool.YUNXI,
                        facts("光的反射实验记录单", "五年级上册，分组实验用。", "SCIENCE", "G5"),
                        DemoFile.LIGHT_EXPERIMENT),
                link("circle", lin, DemoSchool.YUNXI, facts("圆的面积微课", "八分钟，可课前看。", "MATHEMATICS", "G6"), true),
                link("xisha", zheng, DemoSchool.YUNXI, facts("富饶的西沙群岛·课文朗读", null, "CHINESE", "G3"), true),
                link("singing", he, DemoSchool.HAITANG, facts("歌声与微笑·合唱伴奏", null, "MUSIC", "G4"), true),
                link("peanuts", du, DemoSchool.CHENGDONG, facts("落花生·作者许地山", "背景资料。", "CHINESE", "G5"), false));
    }

    private static FactsSaid facts(String title, @Nullable String description, String subject, String grade) {
        return new FactsSaid(title, description, subject, List.of(grade), null, Licence.CC_BY_NC);
    }

    /** A file is shared within the first community, a link with the whole county. */
    private static DemoResource file(String name, Viewer by, DemoSchool school, FactsSaid facts, DemoFile file) {
        return new DemoResource(
                name, by, school, facts, new GroupsSaid(List.of(YUNXI), false), Optional.of(file), Optional.empty());
    }

    private static DemoResource link(String name, Viewer by, DemoSchool school, FactsSaid facts, boolean video) {
        var link = new ResourceContent.Link("https://lessons.example.org/material/" + name, video);
        return new DemoResource(
                name, by, school, facts, new GroupsSaid(List.of(), true), Optional.empty(), Optional.of(link));
    }

    /** Visitors may have taken one back, or changed it. */
    private void tried(DemoResource one) {
        try {
            share(one);
        } catch (RefusedException refused) {
            LOG.info("the demo's resource {} is left as it stands: {}", one.name, refused.refusals());
        }
    }

    private void share(DemoResource one) {
        var scope = Scope.of(one.by.places());
        var bytes = one.file.map(file -> file.bytes(one.name));
        var said = one.file.map(file -> said(file, bytes.orElseThrow()));
        var shared = sharing.share(
                idOf(one.name), one.school.id(), one.facts, one.groups, new ContentSaid(said, one.link), one.by, scope);
        shared.ticket().ifPresent(waiting -> {
            var ticket = waiting.ticket();
            uploads.send(
                    bytes.orElseThrow(),
                    ticket.incomingKey(),
                    said.orElseThrow().mediaType());
            sharing.confirm(ticket.id(), one.by, scope);
        });
    }

    private static FileSaid said(DemoFile file, byte[] bytes) {
        var hash = Sha256.of(bytes);
        return new FileSaid(file.fileName(), file.mediaType(), bytes.length, hash);
    }

    private void opened() {
        var chen = people.memberTeacher();
        try {
            use.open(fractions(), Optional.empty(), chen, Scope.of(chen.places()));
        } catch (RefusedException gone) {
            LOG.info("nobody of the demo opens its resource: {}", gone.refusals());
        }
    }

    private void tie() {
        var lin = people.teacher();
        var today = LocalDate.ofInstant(clock.instant(), zone);
        Stream.iterate(today, day -> day.plusDays(1))
                .limit(DAYS)
                .filter(day -> DemoDays.isSchoolDay(holidays, day))
                .map(day -> new ActivityKey(DemoPeople.SUPPLIER, "%s-%s".formatted(day, LESSON)).id())
                .forEach(lesson -> {
                    try {
                        use.tie(fractions(), lesson, lin, Scope.of(lin.places()));
                    } catch (RefusedException refused) {
                        LOG.info("the demo's lesson {} has no material: {}", lesson, refused.refusals());
                    }
                });
    }

    private String fractions() {
        return people.teacher().requireAccount() + ":" + idOf(FRACTIONS);
    }

    private static UUID idOf(String name) {
        return UUID.nameUUIDFromBytes(("demo/resource/" + name).getBytes(StandardCharsets.UTF_8));
    }

    /** One thing that is shared: a file or a link. */
    private record DemoResource(
            String name,
            Viewer by,
            DemoSchool school,
            FactsSaid facts,
            GroupsSaid groups,
            Optional<DemoFile> file,
            Optional<ResourceContent.Link> link) {}
}
