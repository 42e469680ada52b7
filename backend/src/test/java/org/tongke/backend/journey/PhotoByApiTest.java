package org.tongke.backend.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.exchange.Row.lesson;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.community.Community;
import org.tongke.backend.directory.School;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.Stores;
import org.tongke.backend.support.Upload;
import org.tongke.backend.support.World;

/** A photo on its way from a clerk's phone to the progress of community and county. */
@Tag("slow")
@BackendTest
class PhotoByApiTest {
    /** 莲都区, in which no other test founds communities: its figures are those of this one. */
    private static final String COUNTY = "331102";

    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    private final World world;
    private final Api api;
    private final Community community;
    private final Caller clerk;
    private final Caller officer;
    private final String lessonId;

    @Autowired
    PhotoByApiTest(ApplicationContext app, @LocalServerPort int port) throws InterruptedException {
        world = World.in(app);
        api = Api.at(port);
        community = world.community(world.school(COUNTY), List.of(world.school(COUNTY)));
        clerk = caller(world.person(Role.CLERK, PlaceKey.school(community.coreId())));
        officer = caller(world.person(Role.COUNTY_OFFICER, PlaceKey.region(COUNTY)));
        var schools = world.schoolsOf(community).stream().map(School::name).toArray(String[]::new);
        caller(world.platformOf(world.supplierOfLessons()))
                .reports(lesson("L1").title("L1").schools(schools));
        lessonId = clerk.activityId(community, "L1");
        // it is reported long after its end
        app.getBean(Activities.class)
                .recordAttendances(
                        Map.of(GlobalId.rawOf("Activity", lessonId).orElseThrow(), 40), Origin.system("test"));
        assertThat(Eventually.answers(this::lessons, line -> line.contains("课堂 1/")))
                .isEqualTo("LACKING 学科 1/2, 城乡同步课堂 1/20, 同步课堂图片 0/1");
    }

    private Caller caller(Person person) {
        return Caller.of(api, person);
    }

    private String lessons() {
        return officer.progress(community, "2.1");
    }

    private List<String> kept() {
        return BucketKeys.of(Stores.get(), community);
    }

    @Test
    void movesCommunityAndCounty() throws Exception {
        try (var changes = Changes.of(officer)) {
            var before = officer.county(COUNTY);
            assertThat(clerk.uploads(community, Upload.photo(lessonId))).isEqualTo("2.1 L1");
            assertThat(changes.next(AT_ONCE)).isEqualTo("{\"topics\":[\"progress\"]}");
            assertThat(Eventually.answers(AT_ONCE, this::lessons, line -> line.endsWith("1/1")))
                    .isEqualTo("LACKING 学科 1/2, 城乡同步课堂 1/20, 同步课堂图片 1/1");
            assertThat(officer.county(COUNTY)).isEqualTo(before);

            assertThat(officer.uploads(community, Upload.document())).isEqualTo("1.1 -");
            assertThat(changes.next(AT_ONCE)).isEqualTo("{\"topics\":[\"progress\"]}");
            assertThat(Eventually.answers(AT_ONCE, () -> officer.county(COUNTY), line -> !line.equals(before)))
                    .contains("1 formed");
        }
        assertThat(officer.evidence(community)).isEqualTo("1.1 - PDF by 张老师\n2.1 L1 PNG by 张老师");
    }

    @Test
    void isOneObjectHoweverOftenItIsSent() {
        var photo = Upload.photo(lessonId);
        assertThat(clerk.uploads(community, photo)).isEqualTo("2.1 L1");
        assertThat(clerk.uploads(community, photo)).isEqualTo("2.1 L1");
        assertThat(officer.evidence(community)).isEqualTo("2.1 L1 PNG by 张老师\n2.1 L1 PNG by 张老师");
        assertThat(kept()).containsExactly("file", "thumbnail");
    }

    @Test
    void leavesNothingIfItIsAText() {
        var text = "这不是照片".repeat(100).getBytes(StandardCharsets.UTF_8);
        var upload = new Upload("2.1", Optional.of(lessonId), "image/jpeg", text);
        assertThat(clerk.uploads(community, upload)).isEqualTo("FILE_TYPE_DIFFERS");
        assertThat(officer.evidence(community)).isEmpty();
        assertThat(kept()).isEmpty();
    }

    @Test
    void isNotTakenByTheStoreIfItIsLongerThanItsTicket() {
        var photo = Upload.photo(lessonId);
        var shorter = photo.bytes().length - 1;
        var ticket = Caller.ticket(clerk.requests(UUID.randomUUID(), community, photo, shorter));
        assertThat(Caller.posts(ticket, photo.bytes())).isFalse();
        assertThat(clerk.confirms(ticket)).isEqualTo("FILE_NOT_ARRIVED");
        assertThat(kept()).isEmpty();
    }

    @Test
    void isNotTakenFromAnotherCountyNorForItsLesson() {
        var stranger = caller(
                world.person(Role.CLERK, PlaceKey.school(world.school("330212").id())));
        var photo = Upload.photo(lessonId);
        var size = photo.bytes().length;
        assertThat(stranger.requests(UUID.randomUUID(), community, photo, size).toString())
                .isEqualTo("{\"ticket\":null,\"errors\":[{\"code\":\"NOT_FOUND\"}]}");
        var ticket = clerk.ticket(UUID.randomUUID(), community, photo);
        assertThat(stranger.confirms(ticket)).isEqualTo("NOT_FOUND");
    }
}
