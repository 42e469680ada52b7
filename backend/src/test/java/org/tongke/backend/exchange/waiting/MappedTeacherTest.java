package org.tongke.backend.exchange.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongke.backend.exchange.Row.lesson;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.exchange.MappedThing;
import org.tongke.backend.exchange.Platform;
import org.tongke.backend.exchange.Row;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.BackendTest;

/** Somebody says whom a supplier's name for a teacher stands for, within a school. */
@BackendTest
class MappedTeacherTest {
    private static final String NONE_WAITS = "0 older, 0 waiting, 0 refused";
    private static final String BY_API = "query($supplier: ID!) { quarantine(supplierId: $supplier) { edges { node {"
            + " suggestions { what name within to label } } } } nameMappings(supplierId: $supplier) { edges { node {"
            + " what name within withinLabel to label } } } }";
    private static final String MAP =
            "mutation($it: MapNameInput!) { mapName(input: $it) { mapping { withinLabel label }"
                    + " errors { code path } } }";

    private final Scene scene;
    private final Platform platform;

    MappedTeacherTest(ApplicationContext application) {
        scene = Scene.in(application);
        platform = scene.platform("云课");
        scene.teacher("甲", "王海", "城关一小", "330300198001");
        scene.teacher("乙", "王海", "城关一小", "330300198002");
        scene.teacher("丙", "王海", "山村小学", null);
    }

    @Test
    void isSuggestedWithWhatTellsThoseOfOneNameApart() {
        platform.sends(lesson("L1").teacher("王 海", null, "城关一小"), lesson("L2").teacher("王海", null, null));
        assertThat(platform.suggestions("L1"))
                .as("the mark of the scene ends the numbers")
                .hasSize(2)
                .allMatch(label -> label.matches("王海 · 数学 · 尾号 .{4} · 城关一小"));
        assertThat(platform.suggestions("L2")).hasSize(3).contains("王海 · 数学 · 山村小学");
    }

    @Test
    void holdsForRowsThatWaitAndForThoseThatCome() {
        platform.sends(wang("L1"));
        assertThat(platform.maps(MappedThing.TEACHER, "王海", "城关一小", "乙")).endsWith(NONE_WAITS);
        assertThat(teacher("L1")).isEqualTo("乙");
        assertThat(platform.printsAside("L1")).isEqualTo("-");
        assertThat(platform.sends(lesson("L2").teacher(" 王 海", null, null))).isEqualTo("0 L2 APPLIED");
        assertThat(teacher("L2")).as("no school is said").isEqualTo("乙");
        assertThat(platform.sends(wang("L1"))).isEqualTo("0 L1 UNCHANGED");
    }

    @Test
    void holdsWithinItsSchoolAndForItsSupplierOnly() {
        platform.maps(MappedThing.TEACHER, "王海", "城关一小", "乙");
        platform.sends(lesson("L1").teacher("王海", null, "山村小学"));
        assertThat(teacher("L1")).isEqualTo("丙");
        assertThat(scene.platform("校园云").sends(wang("L1"))).contains("TEACHER_AMBIGUOUS");
    }

    @Test
    void givesWayToANumber() {
        platform.maps(MappedThing.TEACHER, "王海", "城关一小", "乙");
        platform.sends(lesson("L1").numbered("王海", "330300198001"), lesson("L2").numbered("王海", "9"));
        assertThat(teacher("L1")).isEqualTo("甲");
        assertThat(teacher("L2")).as("who has another number").isEqualTo("丙");
    }

    @Test
    void isAnyNameThatTheSupplierUses() {
        assertThat(platform.sends(lesson("L1").teacher("王老师", null, "山村小学"))).isEqualTo("0 L1 APPLIED");
        assertThat(teacher("L1")).as("nobody bears it").isEqualTo("-");
        platform.maps(MappedThing.TEACHER, "王老师", "山村小学", "丙");
        platform.sends(lesson("L2").teacher("王老师", null, "山村小学"));
        assertThat(teacher("L2")).isEqualTo("丙");
        assertThat(teacher("L1")).as("what stands stays").isEqualTo("-");
    }

    @Test
    void holdsNoLongerOfWhoeverLeftTheSchool() {
        platform.maps(MappedThing.TEACHER, "王海", "城关一小", "乙");
        scene.teacher("乙", "王海", "山村小学", "330300198002");
        platform.sends(wang("L1"));
        assertThat(teacher("L1")).isEqualTo("甲");
    }

    @Test
    void canBeTakenBackAndLeavesWhatStands() {
        platform.maps(MappedThing.TEACHER, "王海", "城关一小", "乙");
        platform.sends(wang("L1"));
        platform.unmaps(MappedThing.TEACHER, "王海", "城关一小");
        platform.unmaps(MappedThing.TEACHER, "王海", "城关一小");
        assertThat(platform.sends(wang("L2"))).contains("TEACHER_AMBIGUOUS");
        assertThat(teacher("L1")).isEqualTo("乙");
    }

    @Test
    void isRefusedOutsideItsSchool() {
        assertThatThrownBy(() -> platform.maps(MappedThing.TEACHER, "王海", "城关一小", "丙"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> platform.maps(MappedThing.TEACHER, "王海", null, "丙"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("REQUIRED");
    }

    @Test
    void isMappedByWhatTheApiSuggests() {
        platform.sends(wang("L1"));
        var supplier = new GlobalId("Supplier", platform.id()).encode();
        var first = scene.ask(platform.viewer(), "en", BY_API, Map.of("supplier", supplier))
                .at("/data/quarantine/edges/0/node/suggestions/0");
        assertThat(first.at("/label").asString()).startsWith("王海 · Mathematics · number …");
        var input = Map.of(
                "supplierId", supplier,
                "what", first.at("/what").asString(),
                "name", first.at("/name").asString(),
                "within", first.at("/within").asString(),
                "to", first.at("/to").asString());
        var mapped = scene.ask(platform.viewer(), "zh-CN", MAP, Map.of("it", input));
        assertThat(scene.unmarked(mapped.at("/data/mapName/mapping/withinLabel").asString()))
                .isEqualTo("城关一小");
        assertThat(mapped.at("/data/mapName/errors")).isEmpty();
        var listed = scene.ask(platform.viewer(), "zh-CN", BY_API, Map.of("supplier", supplier))
                .at("/data/nameMappings/edges/0/node");
        assertThat(listed.at("/within")).isEqualTo(first.at("/within"));
        assertThat(listed.at("/to")).isEqualTo(first.at("/to"));
    }

    private static Row wang(String externalId) {
        return lesson(externalId).teacher("王海", null, "城关一小");
    }

    private String teacher(String externalId) {
        var id = platform.get(externalId).teachers().getFirst().teacherId();
        return id == null ? "-" : scene.unmarked(id);
    }
}
