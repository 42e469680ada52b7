package org.tongke.backend.community.roster.sheet;

import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.sheet.GivenCell;
import org.tongke.backend.base.sheet.GivenRow;
import org.tongke.backend.community.roster.FormHead;

/** Finds 填报单位, 填表人 and 电话 in a line of the form, in one cell or in several. */
final class HeadLines {
    private static final String END = "(?=填报单位|填表单位|填表人|填报人|联系人|联系电话|电话|填报日期|填报时间|日期|$)";
    private static final Pattern UNIT = Pattern.compile("(?:填报单位|填表单位)(?:\\([^)]*\\))?[:\\s]*(.*?)" + END);
    private static final Pattern PERSON = Pattern.compile("(?:填表人|填报人|联系人)[:\\s]*(.*?)" + END);
    private static final Pattern PHONE = Pattern.compile("(?:联系)?电话[:\\s]*(.*?)" + END);

    private HeadLines() {}

    static FormHead read(GivenRow row) {
        var line = row.cells().stream()
                .map(GivenCell::text)
                .filter(text -> !text.isEmpty())
                .map(text -> Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", " "))
                .collect(Collectors.joining(" "));
        return new FormHead(find(UNIT, line), find(PERSON, line), find(PHONE, line));
    }

    private static @Nullable String find(Pattern part, String line) {
        var found = part.matcher(line);
        return found.find() ? found.group(1).replace("_", " ").strip() : null;
    }
}
