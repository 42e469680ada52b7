package org.tongke.frontend.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongke.frontend.contract.types.MappedThing;
import org.tongke.frontend.contract.types.NameMapping;
import org.tongke.frontend.contract.types.NameMappingConnection;
import org.tongke.frontend.contract.types.NameMappingEdge;
import org.tongke.frontend.contract.types.PageInfo;

class MappingListTest {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-25T10:20:00+08:00");

    private final List<NameMapping> undone = new ArrayList<>();
    private final MappingList list = new MappingList(undone::add);

    @Test
    void namesATeachersSchoolNotItsId() {
        list.show(mappings(mapping(MappedThing.TEACHER, "王海", "U2Nob29s", "城关一小", "王海 · 数学 · 城关一小")));

        assertThat(words()).contains("王海（城关一小） → 王海 · 数学 · 城关一小").doesNotContain("U2Nob29s");
    }

    @Test
    void saysWhatIsGone() {
        list.show(mappings(mapping(MappedThing.TEACHER, "王海", "U2Nob29s", null, null)));

        assertThat(words()).contains("王海 → （已不存在）");
    }

    @Test
    void showsASubjectByItself() {
        list.show(mappings(mapping(MappedThing.SUBJECT, "奥数", null, null, "数学")));

        assertThat(words()).contains("奥数 → 数学");
    }

    private String words() {
        return list.getElement().getTextRecursively();
    }

    private static NameMapping mapping(
            MappedThing what,
            String name,
            @Nullable String within,
            @Nullable String withinLabel,
            @Nullable String label) {
        return NameMapping.newBuilder()
                .what(what)
                .name(name)
                .within(within)
                .withinLabel(withinLabel)
                .label(label)
                .mappedAt(AT)
                .mappedBy("接口")
                .build();
    }

    private static NameMappingConnection mappings(NameMapping... all) {
        return NameMappingConnection.newBuilder()
                .edges(Stream.of(all)
                        .map(one -> NameMappingEdge.newBuilder().node(one).build())
                        .toList())
                .pageInfo(PageInfo.newBuilder().hasNextPage(false).build())
                .build();
    }
}
