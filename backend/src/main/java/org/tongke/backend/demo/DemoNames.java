package org.tongke.backend.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.tongke.backend.directory.SchoolArea;

/** Invented names: of places, schools, people and lessons. The same seed gives the same names. Pure. */
final class DemoNames {
    private static final List<String> BEGINNINGS =
            List.of("云", "竹", "青", "桃", "松", "梅", "兰", "荷", "柳", "枫", "桂", "银", "石", "白", "清", "秀", "芳", "双", "南", "东");
    private static final List<String> ENDINGS =
            List.of("溪", "坞", "岚", "源", "湾", "塘", "桥", "泉", "林", "坪", "峰", "浦", "洲");

    private static final List<String> FAMILY_NAMES = List.of(
            "王", "陈", "林", "张", "李", "吴", "周", "徐", "朱", "叶", "郑", "黄", "金", "胡", "潘", "沈", "俞", "应", "章", "蒋", "楼",
            "方", "卢", "杨");
    private static final List<String> GIVEN_NAMES = List.of(
            "晓岚", "若溪", "佳宁", "向阳", "乐声", "丹青", "思远", "雨桐", "文静", "海燕", "建国", "志强", "敏", "伟", "静", "磊", "婷", "晨", "舒",
            "一凡", "子墨", "春华", "秋实", "明月");

    private DemoNames() {}

    /** Names of places, each once, in an order that a seed gives. */
    static List<String> places(Random random) {
        var places = new ArrayList<String>();
        BEGINNINGS.forEach(beginning -> ENDINGS.forEach(ending -> places.add(beginning + ending)));
        Collections.shuffle(places, random);
        return places;
    }

    /**
     * Full name of a school.
     *
     * @param county county, as it stands on seals
     * @param place invented place
     */
    static String school(String county, String place, SchoolArea area, Random random) {
        var isJunior = random.nextInt(4) == 0;
        return county
                + place
                + switch (area) {
                    case URBAN -> isJunior ? "中学" : random.nextInt(3) == 0 ? "实验小学" : "小学";
                    case TOWN -> isJunior ? junior(place) : "镇中心小学";
                    case RURAL -> isJunior ? "乡初级中学" : "村小学";
                };
    }

    /** One of three teaches all nine years. */
    private static String junior(String town) {
        return Math.floorMod(town.hashCode(), 3) == 0 ? "镇九年一贯制学校" : "镇初级中学";
    }

    /** Name of somebody. */
    static String person(Random random) {
        return oneOf(FAMILY_NAMES, random) + oneOf(GIVEN_NAMES, random);
    }

    static <T> T oneOf(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
