package org.tongke.standalone.pocket;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.tongke.standalone.support.Phone;

/** Lessons that a test enters for itself, of titles that no other has, and how they are found on the pages. */
final class Lessons {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** A day on which nothing of a test has begun yet. */
    static final LocalDate TUESDAY = LocalDate.now(ZONE).plusWeeks(2).with(DayOfWeek.TUESDAY);

    private static final String ENTER = """
            async ([title, startsAt, endsAt, className]) => {
              const { ask } = await tongke.load('/tk/api.js');
              const community = (await ask('EntryChoices')).data.communities.edges[0].node;
              const schools = [community.core, community.members[0]].map((one) => ({ schoolId: one.id, className }));
              const facts = { kind: 'OFFLINE_RESEARCH', title, schools };
              const input = { id: crypto.randomUUID(), communityId: community.id, startsAt, endsAt, facts };
              return (await ask('EnterActivity', { input })).data.enterActivity.activity.id;
            }""";
    private static final String EDIT_TITLE = """
            async ([id, title]) => {
              const { ask } = await tongke.load('/tk/api.js');
              const { node } = (await ask('EntryOf', { id })).data;
              const schools = node.schools.map((one) => ({ schoolId: one.school.id, className: one.className }));
              const facts = { kind: node.kind.code, title, schools };
              const input = { activityId: id, expectedRevision: node.revision, facts };
              return (await ask('EditActivity', { input })).data.editActivity.errors.length;
            }""";

    private Lessons() {}

    /** A title or a class that no other has. */
    static String unique(String name) {
        return name + UUID.randomUUID().toString().substring(0, 6);
    }

    /** Enters a lesson without the page; says its id. */
    static String enter(Page page, String title, OffsetDateTime from, OffsetDateTime to, String className) {
        return (String) page.evaluate(ENTER, List.of(title, iso(from), iso(to), className));
    }

    static void editTitle(Page page, String id, String title) {
        page.evaluate(EDIT_TITLE, List.of(id, title));
    }

    /** Waits until an asynchronous function of the page says that something is so. */
    static void await(Page page, String function, Object argument) {
        page.evaluate("""
                async (argument) => {
                  const isSo = %s;
                  for (let turn = 0; turn < 300; turn++) {
                    if (await isSo(argument)) {
                      return;
                    }
                    await new Promise((done) => setTimeout(done, 50));
                  }
                  throw new Error('it never was so');
                }""".formatted(function), argument);
    }

    static OffsetDateTime at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(ZONE).toOffsetDateTime();
    }

    private static String iso(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.withNano(0));
    }

    /** A phone on a pocket page, whose worker has kept what pages need. */
    static Page open(Phone phone, String path) {
        var page = phone.page();
        page.navigate(path);
        page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
        return page;
    }

    static Locator inWeek(Page page, String title) {
        return page.locator(".tk-entry").filter(new Locator.FilterOptions().setHasText(title));
    }

    static Locator button(Page page, String words) {
        return page.locator("button, a").filter(new Locator.FilterOptions().setHasText(words));
    }

    /** Opens the sheet of a lesson in the week, and in it a form. */
    static void act(Page page, String title, String act) {
        var lesson = inWeek(page, title).first();
        assertThat(lesson).isVisible();
        lesson.click();
        acts(page).filter(new Locator.FilterOptions().setHasText(act)).click();
        assertThat(page.locator(".tk-form")).isVisible();
    }

    /** What a school can do with the lesson whose sheet is open. */
    static Locator acts(Page page) {
        return page.locator(".tk-lesson-acts > *");
    }
}
