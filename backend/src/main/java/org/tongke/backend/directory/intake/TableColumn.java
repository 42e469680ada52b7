package org.tongke.backend.directory.intake;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tongke.backend.base.text.Names;

/** What a column of a table says, and how offices head it. */
public enum TableColumn {
    CODE("学校标识码", "学校（机构）标识码", "机构标识码", "标识码", "学校代码", "学校编码", "code"),
    NAME("学校名称", "学校全称", "学校（校区）名称", "校名", "全称", "单位名称", "school name"),
    COUNTY("县（市、区）", "县(市、区)", "县市区", "区县", "县区", "所属县", "所属区县", "所在县", "所在区县", "所属县（市、区）", "区划", "county"),
    AREA("城乡类型", "城乡分类", "办学所在地", "所在地类型", "区域类型", "区域", "area"),
    STAGES("学段", "办学类型", "学校类型", "学校类别", "stages"),
    CAMPUS_OF("主校", "所属学校", "校区所属学校", "本部", "campus of"),
    ADDRESS("地址", "学校地址", "详细地址", "办学地址", "address"),
    LONGITUDE("经度", "longitude"),
    LATITUDE("纬度", "latitude"),
    DATUM("坐标系", "坐标基准", "datum"),
    FORMER_NAME("曾用名", "原校名", "former name"),
    CLOSED_ON("撤并日期", "停办日期", "撤销日期", "closed on"),
    TEACHER_NAME("姓名", "教师姓名", "name"),
    SCHOOL("学校", "所在学校", "任教学校", "学校名称", "学校全称", "工作单位", "单位", "school"),
    SUBJECT("学科", "任教学科", "所教学科", "subject"),
    NUMBER("教师编号", "教师标识码", "全国教师管理信息系统编号", "教师管理信息系统编号", "系统编号", "编号", "number");

    private static final Pattern REMARK = Pattern.compile("[(（][^)）]*[)）]|[*＊:：]");

    private final List<String> heads;

    TableColumn(String... heads) {
        this.heads = List.of(heads);
    }

    /** Its usual head. */
    String head() {
        return heads.getFirst();
    }

    /** Columns of a table, by all heads that they have. */
    static Map<String, TableColumn> of(DirectoryTable table) {
        return columns(table).stream()
                .flatMap(column -> column.heads.stream().map(head -> Map.entry(plain(head), column)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one));
    }

    /** Columns without which a table is none of that kind. */
    static Set<TableColumn> needed(DirectoryTable table) {
        return switch (table) {
            case SCHOOLS -> EnumSet.of(NAME);
            case TEACHERS -> EnumSet.of(TEACHER_NAME);
        };
    }

    private static Set<TableColumn> columns(DirectoryTable table) {
        return switch (table) {
            case SCHOOLS -> EnumSet.range(CODE, CLOSED_ON);
            case TEACHERS -> EnumSet.of(TEACHER_NAME, CODE, SCHOOL, COUNTY, SUBJECT, NUMBER);
        };
    }

    /** A head without what offices write around it: remarks in brackets, stars, colons, breaks. */
    static String plain(String head) {
        var bare = REMARK.matcher(head).replaceAll("");
        return Names.normalize(bare.isBlank() ? head : bare);
    }

    /** As the heads of a table that is handed out to be filled in. */
    static List<String> headsOf(DirectoryTable table) {
        return Arrays.stream(values())
                .filter(columns(table)::contains)
                .map(TableColumn::head)
                .toList();
    }
}
