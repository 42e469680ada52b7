package org.tongke.frontend.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.contract.types.BellPeriod;
import org.tongke.frontend.contract.types.BellPeriodInput;

/**
 * A bell schedule as a school writes it down: a line for each period, what it is called and when it begins and ends, as in
 * {@code 第3节 09:50-10:30}. Pasted from a table, in full width and with 到 or 至 it is understood as well.
 *
 * @param periods what was understood
 * @param unread numbers of the lines that were not, from 1
 * @param lineNumbers the line of each period, from 1
 */
record BellLines(List<BellPeriodInput> periods, List<Integer> unread, List<Integer> lineNumbers) {
    private static final String TIME = "(\\d{1,2})\\s*[:：.．时点]\\s*(\\d{1,2})?\\s*分?";
    private static final Pattern LINE =
            Pattern.compile("^(.*?)[\\s,，、:：]*" + TIME + "\\s*[-－–—~～到至,，\\s]+\\s*" + TIME + "[\\s。；;]*$");
    private static final Pattern NUMBERED =
            Pattern.compile("(?:第\\s*)?(\\d{1,2}|[一二三四五六七八九十]{1,3})\\s*(?:节课?)?|(?i:period\\s*)(\\d{1,2})");
    private static final String DIGITS = "一二三四五六七八九";

    BellLines {
        periods = List.copyOf(periods);
        unread = List.copyOf(unread);
        lineNumbers = List.copyOf(lineNumbers);
    }

    static BellLines read(String text) {
        var periods = new ArrayList<BellPeriodInput>();
        var unread = new ArrayList<Integer>();
        var lineNumbers = new ArrayList<Integer>();
        var last = -1;
        var lines = text.split("\\R");
        for (int at = 0; at < lines.length; at++) {
            var line = lines[at].strip();
            var parts = LINE.matcher(line);
            if (line.isEmpty()) {
                continue;
            }
            if (!parts.matches()) {
                unread.add(at + 1);
                continue;
            }
            var label = parts.group(1).strip();
            var said = label.isEmpty() ? Integer.valueOf(Math.max(1, last + 1)) : numberOf(label);
            var isNumbered = said != null && said > last;
            last = isNumbered ? Objects.requireNonNull(said) : last + 1;
            periods.add(BellPeriodInput.newBuilder()
                    .number(last)
                    .name(isNumbered ? null : label)
                    .from(time(parts, 2))
                    .to(time(parts, 4))
                    .build());
            lineNumbers.add(at + 1);
        }
        return new BellLines(periods, unread, lineNumbers);
    }

    /** The same as lines. */
    static String write(List<BellPeriod> periods) {
        return periods.stream()
                .map(period -> period.getName() + " " + period.getFrom() + "-" + period.getTo())
                .collect(Collectors.joining("\n"));
    }

    private static String time(Matcher parts, int group) {
        var minute = parts.group(group + 1);
        return "%02d:%02d"
                .formatted(Integer.parseInt(parts.group(group)), minute == null ? 0 : Integer.parseInt(minute));
    }

    private static @Nullable Integer numberOf(String label) {
        var found = NUMBERED.matcher(label);
        if (!found.matches()) {
            return null;
        }
        var said = found.group(1) == null ? found.group(2) : found.group(1);
        return Character.isDigit(said.charAt(0)) ? Integer.valueOf(said) : chinese(said);
    }

    /** 一 to 九十九; null for what is no number. */
    private static @Nullable Integer chinese(String said) {
        var ten = said.indexOf('十');
        if (ten < 0) {
            return said.length() == 1 ? Integer.valueOf(DIGITS.indexOf(said) + 1) : null;
        }
        var tens = ten == 0 ? 1 : DIGITS.indexOf(said.charAt(0)) + 1;
        var ones = ten == said.length() - 1 ? 0 : DIGITS.indexOf(said.charAt(said.length() - 1)) + 1;
        return ten <= 1 && said.length() - ten <= 2 && tens > 0 ? Integer.valueOf(tens * 10 + ones) : null;
    }
}
