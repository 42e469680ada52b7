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
import org.tongke.backend.directory.TeacherEntries.Said;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.World;

/** What a clerk and an officer do to the teachers of two schools. */
@BackendTest
class TeacherEntriesTest {
    private static final String COUNTY = "330382";

    private final Texts texts;
    private final Teachers teachers;
    private final TeacherEntries entries;
    private final School school;
    private final School other;
    private final Viewer clerk;
    private final Scope own;
    private final Scope county = Scope.of(List.of(PlaceKey.region(COUNTY)));
    private final String number = "T" + UUID.randomUUID().toString().substring(0, 12);

    @Autowired
    TeacherEntriesTest(ApplicationContext app, Texts texts, Teachers teachers, TeacherEntries entries) {
        this.texts = texts;
        this.teachers = teachers;
        this.entries = entries;
        var world = World.in(app);
        school = world.school(COUNTY);
        other = world.school(COUNTY);
        clerk = world.person(Role.CLERK, school.key()).viewer();
        own = Scope.of(List.of(school.key()));
    }

    private Teacher enter(String name, @Nullable String withNumber) {
        return entries.put(UUID.randomUUID().toString(), school.id(), new Said(name, "数学", withNumber), clerk, own);
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

    private List<String> listed(String words, @Nullable Boolean left) {
        var filter = new TeacherFilter(school.key().value(), words, null, left);
        return teachers.list(filter, PageRequest.of(Teachers.LIST, Teachers.LIST_KEYS, 50, null), own).edges().stream()
                .map(edge -> edge.node().name())
                .toList();
    }

    @Test
    void areEnteredOnceWithASubjectByItsName() {
        var id = UUID.randomUUID().toString();
        var said = new Said(" 买买提·艾力 ", "数学", number);
        var entered = entries.put(id, school.id(), said, clerk, own);
        assertThat(entries.put(id, school.id(), said, clerk, own)).isEqualTo(entered);
        assertThat(entered.subjectCode()).isEqualTo("MATHEMATICS");
        assertThat(entered.name()).isEqualTo("买买提·艾力");
        assertThat(listed("mmt", false)).containsExactly("买买提·艾力");
        assertThat(entered.numberEnd()).hasSize(4);
    }

    @Test
    void keepTheirNumberToThemselves() {
        enter("林晓岚", number);
        assertThat(refusal(() -> enter("林小兰", number))).startsWith("TEACHER_NUMBER_TAKEN number");
        assertThat(refusal(() -> enter("林小兰", "330382198001011234"))).startsWith("MALFORMED number 格式不对：这像是身份证号");
        assertThat(refusal(() -> entries.put("x", school.id(), new Said("林小兰", "炼金", null), clerk, own)))
                .startsWith("SUBJECT_UNKNOWN subject");
    }

    @Test
    void moveOnlyBetweenSchoolsOfTheCaller() {
        var teacher = enter("王海", number);
        assertThat(refusal(() -> entries.move(teacher.id(), 1, other.id(), clerk, own)))
                .startsWith("NOT_FOUND schoolId");
        var moved = entries.move(teacher.id(), 1, other.id(), clerk, county);
        assertThat(moved.places()).isEqualTo(other.places());
        assertThat(listed("王海", null)).isEmpty();
        assertThat(entries.move(teacher.id(), 1, other.id(), clerk, county)).isEqualTo(moved);
    }

    @Test
    void leaveAndAreOfferedNoMore() {
        var teacher = enter("陈静", number);
        var left = entries.leave(teacher.id(), 1, LocalDate.parse("2021-08-31"), clerk, own);
        assertThat(listed("陈静", false)).isEmpty();
        assertThat(listed("陈静", true)).containsExactly("陈静");
        assertThat(teachers.listOf(List.of(school.id()), 10)).doesNotContain(left);
        entries.leave(teacher.id(), left.revision(), null, clerk, own);
        assertThat(listed("陈静", false)).containsExactly("陈静");
    }

    @Test
    void areEditedWithoutTellingTheNumberAgain() {
        var teacher = enter("周敏", number);
        var edited = entries.edit(teacher.id(), 1, new Said("周敏敏", "语文", null), true, clerk, own);
        assertThat(edited.number()).isEqualTo(number);
        assertThat(refusal(() -> entries.edit(teacher.id(), 1, new Said("周", null, null), true, clerk, own)))
                .startsWith("REVISION_STALE");
    }
}
