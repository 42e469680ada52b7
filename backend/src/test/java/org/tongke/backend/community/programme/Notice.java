package org.tongke.backend.community.programme;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The text of the notice 浙教办函〔2021〕53号, against which the data files are checked. */
final class Notice {

    private static final String FIRST_UNIT = "上城区";
    private static final int NUMBERS = 9;

    private Notice() {}

    static String text() {
        try (InputStream file =
                Objects.requireNonNull(Notice.class.getResourceAsStream("/programme/notice-2021-53.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * The rows of annex 1: city, unit and nine cells, joined by "|". The text has a cell a line, a blank cell as a line with a single space,
     * and empty lines between; a city stands only in its first row, and one unit is broken over two lines.
     */
    static List<String> annex1() {
        var lines = text().lines().filter(line -> !line.isEmpty()).toList();
        var rows = new ArrayList<String>();
        String city = lines.get(lines.indexOf(FIRST_UNIT) - 1);
        int at = lines.indexOf(FIRST_UNIT);
        while (!lines.get(at).strip().equals("说明:")) {
            if (!isNumber(lines.get(at + 1)) && !lines.get(at + 1).equals("代管")) {
                city = lines.get(at++);
            }
            var unit = lines.get(at++);
            if (lines.get(at).equals("代管")) {
                unit += lines.get(at++);
            }
            if (unit.equals("合计")) {
                city = "";
            }
            var cells = lines.subList(at, at + NUMBERS).stream().map(String::strip);
            rows.add(city + "|" + unit + "|" + String.join("|", cells.toList()));
            at += NUMBERS;
        }
        return rows;
    }

    private static boolean isNumber(String line) {
        return !line.isEmpty() && line.chars().allMatch(Character::isDigit);
    }
}
