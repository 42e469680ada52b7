package org.tongke.backend.community.roster.sheet;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tongke.backend.base.sheet.GivenCell;
import org.tongke.backend.base.sheet.GivenRow;
import org.tongke.backend.base.text.Names;

/** Which column of a sheet says what: found by the words of its head, whatever wording an office gave them. */
final class FormColumns {
    /** What stands beside a school and is not its name. */
    private static final Pattern ABOUT_SCHOOL = Pattern.compile("代码|标识码|编码|联系|电话|校长|负责|数量|人数|校数|个数|地址|性质|类别");

    /** Longer words are a title or a remark, not the head of a column. */
    private static final int LONGEST_HEAD = 30;

    private final Map<Head, Integer> columns;

    /** What a column holds. */
    enum Head {
        CORE("核心校|核心学校|牵头校|牵头学校|总校|支援校|支援学校"),
        MEMBERS("成员|受援|爱援"),
        MODE("模式|型$|类型"),
        CITY("设区市|地级市|^地?市(名称)?$"),
        COUNTY("县市区|县\\(市|区县|县区|市区县|^县"),
        SERIAL("序号|编号|^no\\.?$"),
        NOTE("备注|理由|原因|说明");

        private final Pattern words;

        Head(String words) {
            this.words = Pattern.compile(words);
        }

        boolean names(String head) {
            var isOfSchool = this == CORE || this == MEMBERS;
            return words.matcher(head).find()
                    && !(isOfSchool && ABOUT_SCHOOL.matcher(head).find());
        }
    }

    private FormColumns(Map<Head, Integer> columns) {
        this.columns = columns;
    }

    /** The columns under a row, if it is the head of the form: if it has a column of core schools and another of member schools. */
    static Optional<FormColumns> of(GivenRow row) {
        var columns = columns(row);
        var isHead = columns.containsKey(Head.CORE) && columns.containsKey(Head.MEMBERS);
        return isHead ? Optional.of(new FormColumns(columns)) : Optional.empty();
    }

    /** The same with what another row of a head of two rows says besides. */
    FormColumns with(GivenRow other) {
        var all = new EnumMap<Head, Integer>(Head.class);
        columns(other).forEach((head, column) -> {
            if (!columns.containsValue(column)) {
                all.put(head, column);
            }
        });
        all.putAll(columns);
        return new FormColumns(all);
    }

    private static Map<Head, Integer> columns(GivenRow row) {
        var columns = new EnumMap<Head, Integer>(Head.class);
        for (int column = 0; column < row.cells().size(); column++) {
            var words = Names.normalize(row.cell(column).text());
            if (words.length() > LONGEST_HEAD) {
                continue;
            }
            for (var head : Head.values()) {
                if (head.names(words)) {
                    columns.putIfAbsent(head, column);
                    break;
                }
            }
        }
        return columns;
    }

    /** The cell of a row in a column; nothing where the form has no such column. */
    GivenCell cell(GivenRow row, Head head) {
        var column = columns.get(head);
        return column == null ? GivenCell.EMPTY : row.cell(column);
    }

    /** The number of a column, from 0; -1 where the form has no such column. */
    int number(Head head) {
        return columns.getOrDefault(head, -1);
    }
}
