package org.tongke.backend.demo;

import java.util.List;

/** Subjects that the demo's province shares lessons of, with titles of lessons. */
enum DemoSubject {
    CHINESE("语文", "落花生", "观潮", "富饶的西沙群岛", "示儿", "草船借箭", "慈母情深"),
    MATHEMATICS("数学", "分数的初步认识", "平行四边形的面积", "小数乘法", "一元一次方程", "二次函数的图像", "图形的运动"),
    ENGLISH("英语", "My School Calendar", "At the Farm", "What time is it?", "Seasons", "How do you get there?"),
    SCIENCE("科学", "光的反射", "电路", "种子的萌发", "水的沸腾", "月相变化"),
    MORALITY_AND_LAW("道德与法治", "我们的守护者", "爱护地球", "网络新世界"),
    MUSIC("音乐", "歌声与微笑", "茉莉花", "采茶舞曲"),
    FINE_ARTS("美术", "水墨的情趣", "家乡的桥", "剪纸"),
    INFORMATION_TECHNOLOGY("信息科技", "身边的算法", "数据的编码"),
    LABOUR("劳动", "蔬菜种植", "木工小制作");

    private final String label;
    private final List<String> titles;

    DemoSubject(String label, String... titles) {
        this.label = label;
        this.titles = List.of(titles);
    }

    String label() {
        return label;
    }

    List<String> titles() {
        return titles;
    }
}
