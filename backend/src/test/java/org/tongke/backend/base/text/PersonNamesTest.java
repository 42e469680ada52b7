package org.tongke.backend.base.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNamesTest {

    @ParameterizedTest
    @CsvSource({
        "单晓红, shanxiaohong",
        "仇英, qiuying",
        "解缙, xiejin",
        "查良镛, zhaliangyong",
        "曾国藩, zengguofan",
        "万俟咏, moqiyong",
        "尉迟恭, yuchigong",
        "王单, wangdan",
        "单位管理员, danweiguanliyuan",
        "单, dan",
        "Ann Lee, Ann Lee"
    })
    void areReadAsSurnamesAre(String name, String pinyin) {
        assertThat(PersonNames.pinyin(name)).isEqualTo(pinyin);
        assertThat(PersonNames.sortKey(name)).isEqualTo(pinyin + " " + name);
    }

    @ParameterizedTest
    @CsvSource({"shanxiao", "danxiao", "sxh", "dxh", "xiaohong", "单晓", "晓红", "xh"})
    void areFoundInEitherReading(String typed) {
        assertThat(PersonNames.tokens("单晓红")).anyMatch(token -> token.startsWith(typed));
    }
}
