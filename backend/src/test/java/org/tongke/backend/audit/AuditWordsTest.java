package org.tongke.backend.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.activity.ActivityField;
import org.tongke.backend.activity.ActivityState;
import org.tongke.backend.activity.TeachingRole;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.mongo.FactCollection;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.community.roster.Reopening;
import org.tongke.backend.community.roster.RosterState;
import org.tongke.backend.directory.SchoolArea;
import org.tongke.backend.directory.SchoolStage;
import org.tongke.backend.evidence.EvidenceState;
import org.tongke.backend.push.PushState;
import org.tongke.backend.push.RecommendationState;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.World;
import org.tongke.backend.verification.Verdict;

/** The trail tells people of every kind of fact in words: what it is, what was changed, and which things are meant. */
@BackendTest
class AuditWordsTest {
    private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    /** Fields whose changes the rooms tell, by collection. Whoever adds a collection says here what it tells. */
    private static final Map<String, Set<String>> TOLD = Map.ofEntries(
            Map.entry("accounts", Set.of("name", "signInName", "roles", "teacher", "signIn", "state", "token")),
            Map.entry(
                    "activities",
                    Stream.of(ActivityField.values()).map(ActivityField::key).collect(Collectors.toSet())),
            Map.entry("bellSchedules", Set.of("periods")),
            Map.entry("calendarFeeds", Set.of()),
            Map.entry("communities", Set.of("name", "mode", "county", "core", "members", "programmes", "reason")),
            Map.entry("discards", Set.of()),
            Map.entry("evidence", Set.of("state", "reason", "criterion", "activity", "note", "communities")),
            Map.entry("exchangeRegister", Set.of("period", "withdrawn")),
            Map.entry("findings", Set.of("kind", "reason")),
            Map.entry("kinds", Set.of("zh", "en", "subjectRequired", "schema")),
            Map.entry("memberships", Set.of("in")),
            Map.entry("nameMappings", Set.of("to")),
            Map.entry(
                    "pushes",
                    Set.of(
                            "title",
                            "note",
                            "sendAt",
                            "regions",
                            "areas",
                            "stages",
                            "subjects",
                            "grades",
                            "modes",
                            "state",
                            "reason",
                            "reminders")),
            Map.entry("corrections", Set.of("state", "note")),
            Map.entry("raisedTargets", Set.of("target", "reason")),
            Map.entry("recommendations", Set.of("state", "reason", "note")),
            Map.entry("resourceProblems", Set.of("state", "note")),
            Map.entry("resourceTies", Set.of("holds")),
            Map.entry(
                    "resources",
                    Set.of(
                            "title",
                            "description",
                            "subject",
                            "grades",
                            "stage",
                            "licence",
                            "groups",
                            "version",
                            "state",
                            "reason")),
            Map.entry("rosters", Set.of("row", "head", "state", "reopening", "reason")),
            Map.entry("shareLinks", Set.of("link")),
            Map.entry(
                    "schools",
                    Set.of(
                            "name",
                            "area",
                            "county",
                            "code",
                            "stages",
                            "campusOf",
                            "address",
                            "positionLine",
                            "closedOn")),
            Map.entry("teachers", Set.of("name", "school", "subject", "leftOn")),
            Map.entry("weekLinks", Set.of("lastDay")));

    @Autowired
    private Texts texts;

    @Autowired
    private AuditWords words;

    @Autowired
    private AuditNames names;

    @Test
    void areThereForEachCollectionAndItsFields(@Autowired ObjectProvider<FactCollection> collections) {
        assertThat(TOLD.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        collections.stream().map(FactCollection::name).toList());
        TOLD.forEach((collection, fields) -> {
            assertSaid("audit.kind." + collection);
            fields.forEach(field -> assertSaid("audit.field." + field));
        });
    }

    @Test
    void areThereForEachCodeAmongTheValues() {
        Stream.<Enum<?>[]>of(
                        Role.values(),
                        Mode.values(),
                        SchoolArea.values(),
                        SchoolStage.values(),
                        RosterState.values(),
                        Reopening.Stage.values(),
                        ActivityState.values(),
                        TeachingRole.values(),
                        EvidenceState.values(),
                        PushState.values(),
                        RecommendationState.values(),
                        Verdict.Kind.values())
                .flatMap(Arrays::stream)
                .forEach(code -> assertSaid("audit.value." + code.name()));
    }

    private void assertSaid(String key) {
        LANGUAGES.forEach(
                language -> assertThat(texts.find(key, language)).as(key).isPresent());
    }

    @Test
    void nameTheThingsOfWhichOnlyIdsAreKept(@Autowired ApplicationContext app) {
        var school = World.in(app).school("330825");
        var roster = entry("rosters", "2021:330825", "state", "DRAFT", "SUBMITTED");
        var community = entry("communities", "no-such-thing", "members", null, "gone, " + school.id());
        var teacher = entry("teachers", "no-such-teacher", "subject", "MATHEMATICS", "MUSIC");
        var all = List.of(roster, community, teacher);
        var things = names.ofThings(all, Locale.SIMPLIFIED_CHINESE);
        assertThat(AuditNames.label(roster, things)).contains("龙游县");
        assertThat(AuditNames.label(community, things)).isEmpty();
        assertThat(all.stream().map(this::told))
                .containsExactly("状态: 填报中 → 已提交", "成员校: null → gone, " + school.name(), "学科: 数学 → 音乐");
    }

    @Test
    void tellTimesAsPeopleDo() {
        var moved = entry(
                "activities",
                "lesson",
                "time",
                "2026-11-17T00:10:00Z 2026-11-17T00:50:00Z",
                "2026-11-17T07:10:00Z 2026-11-17T07:50:00Z");
        assertThat(told(moved)).isEqualTo("时间: 2026-11-17 08:10 2026-11-17 08:50 → 2026-11-17 15:10 2026-11-17 15:50");
    }

    private String told(AuditEntry entry) {
        var named = names.inChanges(List.of(entry), Locale.SIMPLIFIED_CHINESE);
        var told = words.told(entry.fields().getFirst(), named, Locale.SIMPLIFIED_CHINESE);
        return told.field() + ": " + told.before() + " → " + told.after();
    }

    private static AuditEntry entry(
            String kind, String thing, String field, @Nullable String before, @Nullable String after) {
        var by = Origin.system("test");
        var change = new FieldChange(field, before, after);
        return new AuditEntry(
                kind + ":" + thing + ":2", Instant.EPOCH, by, kind, thing, null, 2, List.of(change), false);
    }
}
