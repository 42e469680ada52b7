package org.tongke.bench;

import java.util.List;

/**
 * What is taught in a lesson: as many different words as make a search for one of them worth something. A title stands for one lesson
 * in 180, a teacher's name for one in 300, a subject's for one in five.
 *
 * @param subject code of the subject
 * @param title title of the lesson
 * @param className grade and class
 */
record Taught(String subject, String title, String className) {

    private static final List<String> SUBJECTS = List.of("MATHEMATICS", "CHINESE", "ENGLISH", "SCIENCE", "MUSIC");
    private static final List<List<String>> TITLES = List.of(
            List.of(
                    "二次函数的图像与性质",
                    "分数的初步认识",
                    "圆的面积",
                    "平行四边形的面积",
                    "两位数乘两位数",
                    "小数的意义",
                    "一元一次方程",
                    "三角形的内角和",
                    "统计图的选择",
                    "正比例和反比例",
                    "角的度量",
                    "植树问题"),
            List.of("桂林山水", "草船借箭", "古诗三首", "少年闰土", "背影", "荷塘月色", "落花生", "司马光", "岳阳楼记", "白杨礼赞", "记一次游戏", "语文园地"),
            List.of(
                    "问路与指路", "我的一天", "天气与季节", "在超市购物", "我的家人", "动物园里", "周末计划", "健康的饮食", "节日与习俗", "职业与梦想", "旅行日记",
                    "英语绘本阅读"),
            List.of(
                    "水的三态变化", "简单电路", "植物的光合作用", "地球的自转", "浮力的秘密", "声音的产生", "岩石与土壤", "杠杆的科学", "月相变化", "食物链", "热的传递",
                    "昆虫的一生"),
            List.of("茉莉花", "采茶舞曲", "梁祝", "春江花月夜", "渔舟唱晚", "龙的传人", "赛龙舟", "彼得与狼", "小步舞曲", "唱山歌", "节奏练习", "合唱的呼吸"));
    private static final List<String> PARTS = List.of("第一课时", "第二课时", "复习");
    private static final List<String> GRADES = List.of("三年级", "四年级", "五年级", "六年级", "七年级", "八年级");
    private static final List<String> SURNAMES =
            List.of("林", "陈", "王", "李", "张", "刘", "杨", "黄", "周", "吴", "徐", "孙", "朱", "胡", "郭");
    private static final List<String> GIVEN = List.of(
            "晓岚", "竹青", "文静", "建国", "志强", "秀英", "海燕", "明华", "丽娟", "国平", "春梅", "立新", "玉兰", "佳怡", "子涵", "宇航", "思远", "雨桐",
            "浩然", "梦琪");

    /** The same for a lesson whenever it is asked. */
    static Taught of(String lesson) {
        var chance = Math.floorMod(lesson.hashCode() * 0x9E3779B1, 1 << 30);
        var subject = chance % SUBJECTS.size();
        var titles = TITLES.get(subject);
        var title = titles.get(chance / 5 % titles.size()) + " " + PARTS.get(chance / 60 % PARTS.size());
        return new Taught(
                SUBJECTS.get(subject), title, GRADES.get(chance / 180 % GRADES.size()) + (1 + chance / 1080 % 4) + "班");
    }

    /** Name of one of very many teachers. */
    static String teacher(int number) {
        return SURNAMES.get(number % SURNAMES.size()) + GIVEN.get(number / SURNAMES.size() % GIVEN.size());
    }
}
