package org.tongke.frontend.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is entered by hand stands in the text as a table would have it. */
class RosterTextTest {
    @Test
    void eachLineIsAMemberOfItsOwn() {
        var line = new RosterText.Line("泰顺县实验小学", "泰顺县竹山小学\n\n  泰顺县梅源村小学 \n", "共建型");

        assertThat(RosterText.write(List.of(line)))
                .isEqualTo("核心校(校区)全称\t成员(受援)校(校区)全称\t教育共同体模式\n" + "\"泰顺县实验小学\"\t\"泰顺县竹山小学、泰顺县梅源村小学\"\t\"共建型\"");
    }

    @Test
    void aQuotationMarkIsDoubled() {
        var line = new RosterText.Line("\"新\"小学", "", "融合型");

        assertThat(RosterText.write(List.of(line))).endsWith("\"\"\"新\"\"小学\"\t\"\"\t\"融合型\"");
    }
}
