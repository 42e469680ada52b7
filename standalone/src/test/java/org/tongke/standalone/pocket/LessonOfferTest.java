package org.tongke.standalone.pocket;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.standalone.pocket.Pictures.photo;
import static org.tongke.standalone.pocket.Pictures.taken;

import com.microsoft.playwright.Page;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Phone;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A picture that was taken during a lesson is offered to it, and waits until the clerk has said. */
@Tag("browser")
class LessonOfferTest {
    /** What the criterion's pictures may show and stands alone in its time, the oldest first. */
    private static final String LONELY_LESSONS = """
            async () => {
              const { state } = await tongke.load('/m/claim-data.js');
              const all = state.community.activities.edges.map((edge) => edge.node).filter((one) => one.state !== 'CANCELLED' && one.kind.code === 'ONLINE_RESEARCH');
              const hour = 3600000;
              const near = (one, other) => Date.parse(one.startsAt) < Date.parse(other.endsAt) + hour && Date.parse(other.startsAt) < Date.parse(one.endsAt) + hour;
              return all.filter((one) => all.every((other) => other === one || !near(one, other))).map(({ id, startsAt, endsAt }) => ({ id, startsAt, endsAt }));
            }
            """;

    @Test
    void severalGoToTheirLessonsWithOneTap() {
        try (var phone = Phone.small().signedInAs("clerk")) {
            var upload = UploadPage.open(phone, UploadPage.RESEARCH);
            var lessons = lonelyLessons(phone.page());
            var one = lessons.getFirst();
            var other = lessons.getLast();
            var asked = claims(phone.page());
            upload.pick(
                    taken("课前.jpg", one.from().minusMinutes(9)),
                    taken("课上.jpg", one.from().plusMinutes(5)),
                    taken("课后.jpg", other.to().plusMinutes(29)),
                    taken("太晚.jpg", other.to().plusMinutes(31)),
                    photo("没有时间.jpg"));
            assertThat(upload.offers()).hasCount(2);
            // the two that are offered to nothing go, the others wait
            assertThat(upload.done()).containsText("已上传 2 个");
            assertThat(upload.inState("asked")).hasCount(3);
            assertThat(asked).isEqualTo(Map.of("太晚.jpg", "", "没有时间.jpg", ""));

            upload.reload();
            assertThat(upload.inState("asked")).hasCount(3);
            upload.tap("3 张照片全部挂到各自的课（2 节）");
            assertThat(upload.done()).containsText("已上传 3 个");
            assertThat(upload.offers()).hasCount(0);
            assertThat(asked)
                    .containsEntry("课前.jpg", one.id())
                    .containsEntry("课上.jpg", one.id())
                    .containsEntry("课后.jpg", other.id());
        }
    }

    @Test
    void goesWithoutOneWhereTheClerkSaysSo() {
        try (var phone = Phone.small().signedInAs("clerk")) {
            var upload = UploadPage.open(phone, UploadPage.RESEARCH);
            var lesson = lonelyLessons(phone.page()).getFirst();
            var asked = claims(phone.page());
            upload.pick(taken("别的事.jpg", lesson.from().plusMinutes(1)));
            upload.offers().locator("button").last().click();
            assertThat(upload.done()).containsText("已上传 1 个");
            assertThat(asked).isEqualTo(Map.of("别的事.jpg", ""));
        }
    }

    @Test
    void isNotOfferedToALessonThatItCannotShow() {
        try (var phone = Phone.small().signedInAs("clerk")) {
            var upload = UploadPage.open(phone, UploadPage.RESEARCH);
            var synced = phone.page().evaluate("""
                    async () => {
                      const { state } = await tongke.load('/m/claim-data.js');
                      return state.community.activities.edges.map((edge) => edge.node).find((one) => one.kind.code === 'SYNCED_LESSON').startsAt;
                    }""");
            upload.pick(taken("同步课.jpg", clock(synced)));
            assertThat(upload.done()).containsText("已上传 1 个");
        }
    }

    @Test
    void nothingIsAskedWhereTheLessonIsChosen() {
        try (var phone = Phone.small().signedInAs("clerk")) {
            var upload = UploadPage.open(phone, UploadPage.RESEARCH);
            var lessons = lonelyLessons(phone.page());
            var asked = claims(phone.page());
            phone.page().locator("#tk-activity").selectOption(lessons.getLast().id());
            upload.pick(taken("这节课.jpg", lessons.getFirst().from()));
            assertThat(upload.done()).containsText("已上传 1 个");
            assertThat(asked).isEqualTo(Map.of("这节课.jpg", lessons.getLast().id()));
        }
    }

    /** The lesson that each upload says it shows, by the file's name; empty for none. It fills as they are asked for. */
    private static Map<String, String> claims(Page page) {
        var claims = new TreeMap<String, String>();
        page.onRequest(request -> {
            if (UploadPage.asks(request, "RequestUpload")) {
                var input = JsonMapper.shared().readTree(request.postData()).at("/variables/input");
                claims.put(input.path("fileName").asString(), text(input.path("activityId")));
            }
        });
        return claims;
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asString();
    }

    private static List<Lesson> lonelyLessons(Page page) {
        var lessons = new ArrayList<Lesson>();
        for (var lesson : (List<?>) page.evaluate(LONELY_LESSONS)) {
            var values = (Map<?, ?>) lesson;
            lessons.add(new Lesson(
                    String.valueOf(values.get("id")), clock(values.get("startsAt")), clock(values.get("endsAt"))));
        }
        assertThat(lessons).hasSizeGreaterThan(1);
        return lessons;
    }

    private static LocalDateTime clock(@Nullable Object dateTime) {
        return OffsetDateTime.parse(String.valueOf(dateTime)).toLocalDateTime();
    }

    private record Lesson(String id, LocalDateTime from, LocalDateTime to) {}
}
