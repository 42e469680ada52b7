package org.tongke.backend.demo;

import java.util.List;
import java.util.stream.Collectors;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.demo.DemoProvince.PlannedCommunity;
import org.tongke.backend.demo.DemoProvince.PlannedSchool;
import org.tongke.backend.directory.Region;

/** Annex 4 as an officer of the demo fills it in, to be pasted. Pure. */
final class DemoRosterTable {
    private static final String NEXT = "\t";

    private DemoRosterTable() {}

    static String of(Region city, Region county, String officer, List<PlannedCommunity> communities) {
        var table = new StringBuilder("附件4\n拟新增融合型、共建型教育共同体学校(校区)名单汇总表\n");
        table.append("填报单位:%s教育局      填表人:%s      电话:0000-0000000\n".formatted(county.name(), officer));
        table.append(String.join(NEXT, "设区市", "县市区", "序号", "核心校(校区)全称", "成员(受援)校(校区)全称", "教育共同体模式\n"));
        var number = 1;
        for (var community : communities) {
            var members = community.schools().stream()
                    .skip(1)
                    .map(PlannedSchool::name)
                    .collect(Collectors.joining("、"));
            table.append(String.join(
                            NEXT,
                            city.name(),
                            county.name(),
                            Integer.toString(number++),
                            community.core().name(),
                            members,
                            words(community.mode())))
                    .append('\n');
        }
        return table.toString();
    }

    private static String words(Mode mode) {
        return switch (mode) {
            case MERGED -> "融合型";
            case CO_BUILT -> "共建型";
            case COLLABORATIVE -> "协作型";
        };
    }
}
