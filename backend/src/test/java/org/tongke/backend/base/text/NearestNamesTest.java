package org.tongke.backend.base.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class NearestNamesTest {
    private static final NearestNames<String> SCHOOLS = new NearestNames<>(
            List.of("乐清市云溪实验小学", "乐清市竹坞村小学", "乐清市青岚镇中心小学", "乐清市海棠小学", "乐清市海棠小学桃源校区", "乐清市岭下小学", "永嘉县实验小学"),
            Function.identity());

    @Test
    void areThoseThatShareWhatFewNamesHave() {
        assertThat(SCHOOLS.nearest("竹坞小学", 0.2, 1)).containsExactly("乐清市竹坞村小学");
        assertThat(SCHOOLS.nearest("海棠小学（桃源）", 0.2, 2)).containsExactly("乐清市海棠小学桃源校区", "乐清市海棠小学");
        assertThat(SCHOOLS.nearest("云溪实小", 0.2, 1)).containsExactly("乐清市云溪实验小学");
        assertThat(SCHOOLS.nearest("乐清市青岚中心校", 0.2, 1)).containsExactly("乐清市青岚镇中心小学");
    }

    @Test
    void areNoneWhereNothingIsAlike() {
        assertThat(SCHOOLS.nearest("杭州学军中学", 0.2, 3)).isEmpty();
        assertThat(SCHOOLS.nearest("", 0.2, 3)).isEmpty();
        assertThat(new NearestNames<>(List.<String>of(), Function.identity()).nearest("竹坞小学", 0.2, 3))
                .isEmpty();
    }
}
