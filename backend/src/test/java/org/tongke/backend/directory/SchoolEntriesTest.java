package org.tongke.backend.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.SentCommands;
import org.tongke.backend.support.World;

/** What an officer of 乐清 does to schools. */
@BackendTest
class SchoolEntriesTest {
    private static final String COUNTY = "330382";

    private final Texts texts;
    private final Schools schools;
    private final SchoolEntries entries;
    private final SentCommands commands;
    private final Viewer officer;
    private final Scope scope = Scope.of(List.of(PlaceKey.region(COUNTY)));
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String code =
            String.valueOf(Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 9_000_000_000L) + 1_000_000_000L);

    @Autowired
    SchoolEntriesTest(
            ApplicationContext app, Texts texts, Schools schools, SchoolEntries entries, SentCommands commands) {
        this.texts = texts;
        this.schools = schools;
        this.entries = entries;
        this.commands = commands;
        officer = World.in(app)
                .person(Role.COUNTY_OFFICER, PlaceKey.region(COUNTY))
                .viewer();
    }

    private SchoolDraft draft(String name, @Nullable String withCode) {
        var facts = new SchoolFacts(
                withCode,
                List.of(SchoolStage.JUNIOR, SchoolStage.PRIMARY),
                null,
                "伯乐路1号",
                new Position(28.1, 120.9, Datum.GCJ02));
        return new SchoolDraft(name, SchoolArea.TOWN, facts);
    }

    private School enter(String name, @Nullable String withCode) {
        return entries.put(UUID.randomUUID().toString(), COUNTY, draft(name, withCode), officer, scope);
    }

    private String refusal(Callable<?> command) {
        try {
            command.call();
            return "done";
        } catch (RefusedException refused) {
            return texts.userErrors(refused.refusals(), Locale.SIMPLIFIED_CHINESE).stream()
                    .map(error -> error.code() + " " + String.join(".", error.path()) + " " + error.message())
                    .collect(Collectors.joining("\n"));
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private List<String> found(SchoolFilter filter) {
        return schools.list(filter, PageRequest.of(Schools.LIST, Schools.LIST_KEYS, 50, null), scope).edges().stream()
                .map(edge -> edge.node().name())
                .toList();
    }

    private static SchoolFilter about(String words) {
        return new SchoolFilter(COUNTY, words, List.of(), List.of(), null);
    }

    @Test
    void areEnteredOnceHoweverOftenTheyAreSent() {
        var id = UUID.randomUUID().toString();
        var name = mark + "虹桥小学";
        var first = entries.put(id, COUNTY, draft(name, code), officer, scope);
        assertThat(entries.put(id, COUNTY, draft(name, code), officer, scope)).isEqualTo(first);
        assertThat(schools.find(id, scope)).contains(first);
        assertThat(first.facts().stages()).containsExactly(SchoolStage.PRIMARY, SchoolStage.JUNIOR);
        assertThat(refusal(() -> entries.put(id, COUNTY, draft(name + "2", code), officer, scope)))
                .startsWith("ID_REUSED id");
    }

    @Test
    void keepTheirCodeAndTheirNameToThemselves() {
        var one = enter(mark + "柳市小学", code);
        assertThat(refusal(() -> enter(mark + "翁垟小学", code)))
                .isEqualTo("SCHOOL_CODE_TAKEN schoolCode 这个学校标识码已属于「" + one.name() + "」，请核对。");
        assertThat(refusal(() -> enter(mark + " 柳市小学", null))).startsWith("SCHOOL_NAME_TAKEN name 本县（市、区）已有");
        var other = enter(mark + "翁垟小学", null);
        assertThat(refusal(() -> entries.edit(other.id(), 1, draft(other.name(), code), null, false, officer, scope)))
                .startsWith("SCHOOL_CODE_TAKEN");
    }

    @Test
    void areFoundByANameThatTheyHad() {
        var school = enter(mark + "大荆小学", null);
        var since = LocalDate.parse("2021-09-01");
        var renamed = entries.edit(school.id(), 1, draft(mark + "大荆实验小学", null), since, false, officer, scope);
        assertThat(renamed.formerNames()).containsExactly(new FormerName(school.name(), since));
        assertThat(found(about(mark + "djxx"))).containsExactly(renamed.name());
        assertThat(found(about(mark + "大荆小"))).containsExactly(renamed.name());
        assertThat(schools.findCalled(List.of(), List.of(school.name()), scope)).containsExactly(renamed);
        var back = entries.edit(school.id(), 2, draft(school.name(), null), since, false, officer, scope);
        assertThat(back.formerNames()).containsExactly(new FormerName(renamed.name(), since));
    }

    @Test
    void forgetASlipOfTheirName() {
        var school = enter(mark + "清江小穴", null);
        var corrected = entries.edit(school.id(), 1, draft(mark + "清江小学", null), null, true, officer, scope);
        assertThat(corrected.formerNames()).isEmpty();
        assertThat(found(about(mark + "清江小穴"))).isEmpty();
        assertThat(found(about(mark + "qjxx"))).containsExactly(corrected.name());
    }

    @Test
    void saidTheSameAgainChangeNothingAndOtherwiseNeedTheRevisionThatWasSeen() {
        var school = enter(mark + "芙蓉小学", null);
        assertThat(entries.edit(school.id(), 99, draft(school.name(), null), null, false, officer, scope))
                .isEqualTo(school);
        assertThat(refusal(
                        () -> entries.edit(school.id(), 99, draft(mark + "芙蓉中心小学", null), null, false, officer, scope)))
                .startsWith("REVISION_STALE");
        assertThat(refusal(() -> entries.edit(
                        school.id(),
                        1,
                        draft("x", null),
                        null,
                        false,
                        officer,
                        Scope.of(List.of(PlaceKey.region("3302"))))))
                .startsWith("NOT_FOUND schoolId");
    }

    @Test
    void closeAndOpenAgain() {
        var school = enter(mark + "仙溪小学", null);
        var open = new SchoolFilter(COUNTY, mark, List.of(SchoolArea.TOWN), List.of(SchoolStage.JUNIOR), false);
        assertThat(found(open)).containsExactly(school.name());
        var closed = entries.close(school.id(), 1, LocalDate.parse("2021-08-31"), officer, scope);
        assertThat(found(open)).isEmpty();
        assertThat(found(new SchoolFilter(COUNTY, mark, List.of(), List.of(), true)))
                .containsExactly(school.name());
        assertThat(schools.count(new SchoolFilter(COUNTY, mark, List.of(), List.of(), null), scope))
                .isEqualTo(1);
        assertThat(entries.close(school.id(), closed.revision(), null, officer, scope)
                        .closedOn())
                .isNull();
        assertThat(refusal(() -> entries.close(school.id(), 3, LocalDate.parse("1810-01-01"), officer, scope)))
                .startsWith("OUT_OF_RANGE closedOn");
    }

    @Test
    void keepWhatElseIsKnownWhenOnlyTheirNameIsPut() {
        var school = enter(mark + "雁荡小学", code);
        var put = schools.put(school.id(), mark + "雁荡镇小学", SchoolArea.RURAL, COUNTY);
        var standing = schools.find(put.id(), scope).orElseThrow();
        assertThat(standing.facts()).isEqualTo(school.facts());
        assertThat(standing.formerNames()).extracting(FormerName::name).containsExactly(school.name());
    }

    @Test
    void refuseWhatIsNoCodeAndNoPlaceInChina() {
        assertThat(refusal(() -> said("330382", null, null))).isEqualTo("MALFORMED schoolCode 格式不对：学校标识码是 10 位数字。");
        assertThat(refusal(() -> said(null, 120.9, 28.1))).startsWith("OUT_OF_RANGE latitude 须在 3 到 54 之间");
        assertThat(refusal(() -> said(null, 28.1, null))).startsWith("REQUIRED longitude");
    }

    private static SchoolDraft said(@Nullable String code, @Nullable Double latitude, @Nullable Double longitude) {
        return SchoolDraft.said("某校", SchoolArea.TOWN, code, List.of(), null, null, latitude, longitude, Datum.WGS84);
    }

    @Test
    void areListedAndCountedInOneRoundTrip() {
        assertThat(commands.countDuring(() -> found(about(mark)))).isEqualTo(1);
        assertThat(commands.countDuring(() -> schools.count(about(mark), scope)))
                .isEqualTo(1);
    }
}
