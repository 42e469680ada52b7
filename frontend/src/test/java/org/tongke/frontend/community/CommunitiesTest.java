package org.tongke.frontend.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongke.frontend.client.FakeBackend;
import org.tongke.frontend.contract.types.Community;

class CommunitiesTest {
    private final FakeBackend backend = new FakeBackend();
    private final Communities communities = new Communities(backend.as("token"));

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void findsByTheNameOfASchoolWhateverItsWidthAndSpaces() {
        backend.says(page(false, "实验小学教共体", "第２小学教共体"));

        var found = communities.find(null, " 第 2小学", 20);

        assertThat(found.communities()).extracting(Community::getName).containsExactly("第２小学教共体");
        assertThat(found.more()).isFalse();
    }

    @Test
    void looksThroughFurtherPagesForAName() {
        backend.says(page(true, "甲教共体")).says(page(false, "乙教共体"));

        var found = communities.find("r1", "乙", 20);

        assertThat(found.communities()).extracting(Community::getName).containsExactly("乙教共体");
        assertThat(backend.asked()).hasSize(2);
        assertThat(backend.asked().getLast().body()).contains("end").contains("r1");
    }

    @Test
    void saysThatThereAreMore() {
        backend.says(page(true, names(3)));

        var found = communities.find(null, "", 2);

        assertThat(found.communities()).hasSize(2);
        assertThat(found.more()).isTrue();
        assertThat(backend.asked()).hasSize(1);
    }

    @Test
    void givesUpAfterManyPages() {
        backend.says(page(true, names(100)));

        var found = communities.find(null, "没有这个名字", 20);

        assertThat(found.communities()).isEmpty();
        assertThat(found.cutShort()).isTrue();
        assertThat(backend.asked()).hasSize(Communities.LOOKED_THROUGH / 100);
    }

    private static String[] names(int count) {
        return IntStream.range(0, count).mapToObj(number -> "教共体" + number).toArray(String[]::new);
    }

    private static String page(boolean more, String... names) {
        return """
                {"data":{"communities":{"pageInfo":{"hasNextPage":%s,"endCursor":"end"},"edges":[%s]}}}
                """.formatted(
                        more,
                        IntStream.range(0, names.length)
                                .mapToObj(index -> """
                                        {"node":{"id":"%1$s","name":"%1$s","mode":"MERGED","county":{"name":"乐清市"},
                                        "core":{"name":"核心校"},"members":[{"name":"成员校"}]}}
                                        """.formatted(names[index]))
                                .collect(Collectors.joining(",")));
    }
}
