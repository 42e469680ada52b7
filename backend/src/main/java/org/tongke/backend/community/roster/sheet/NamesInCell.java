package org.tongke.backend.community.roster.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds the names of schools in a cell that may hold several: numbered, divided by commas, semicolons, line breaks or spaces. A line break
 * or a space may as well stand within a name; then the names that are known tell. Pure.
 */
public final class NamesInCell {
    /** A number before a name: 1. 1、 （1） ①; the text is in no normal form yet. */
    private static final Pattern NUMBER =
            Pattern.compile("(^|[\\s、,，;；]|(?<=[校园学区部)）]))([(（]\\d{1,2}[)）]|\\d{1,2}\\s*[.．、)）:：]|[①-⑳])\\s*");

    private static final Pattern LEADING_NUMBER =
            Pattern.compile("^([(（]\\d{1,2}[)）]|\\d{1,2}\\s*[.．、)）:：]|[①-⑳])\\s*");

    private static final Pattern TRAILING_STOP = Pattern.compile("[。.；;]+$");

    private static final String DIVIDERS = "、,，;；/／\u0001";
    private static final Pattern SPACES = Pattern.compile("[\\s\\u3000\\u00a0]+");
    private static final Pattern LOOKS_LIKE_SCHOOL = Pattern.compile(".{3,}([校园部]|小学|中学|大学|校区|[)）])$");
    private static final Pattern ROLE = Pattern.compile("[(（](核心校|成员校|受援校|牵头校|总校)[)）]$");

    private NamesInCell() {}

    /**
     * The names in a cell, in their order.
     *
     * @param text the cell
     * @param known whether a school bears a name, however it is written
     */
    public static List<String> of(String text, Predicate<String> known) {
        var whole = tidy(text);
        if (whole.isEmpty()) {
            return List.of();
        }
        if (known.test(whole)) {
            return List.of(whole);
        }
        return divide(NUMBER.matcher(text).replaceAll("\u0001")).stream()
                .map(NamesInCell::tidy)
                .filter(part -> !part.isEmpty())
                .flatMap(part -> bySpaces(part, known).stream())
                .toList();
    }

    /** A name without what is not part of it. */
    private static String tidy(String text) {
        var name = LEADING_NUMBER.matcher(text.strip()).replaceFirst("");
        return ROLE.matcher(TRAILING_STOP.matcher(name).replaceFirst(""))
                .replaceFirst("")
                .strip();
    }

    /** Divides outside of brackets only: （小学、初中） is part of a name. */
    private static List<String> divide(String text) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        var depth = 0;
        for (var character : text.toCharArray()) {
            depth += character == '(' || character == '（' ? 1 : character == ')' || character == '）' ? -1 : 0;
            if (depth <= 0 && DIVIDERS.indexOf(character) >= 0) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(character);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    /** Joins what spaces divide as far as that makes a known name, the longest first. */
    private static List<String> bySpaces(String text, Predicate<String> known) {
        var tokens =
                SPACES.splitAsStream(text).filter(token -> !token.isEmpty()).toList();
        if (tokens.size() == 1 || known.test(text)) {
            return List.of(text);
        }
        var names = new ArrayList<String>();
        var unknown = new ArrayList<String>();
        for (int from = 0; from < tokens.size(); ) {
            var first = from;
            var to = IntStream.iterate(tokens.size(), end -> end > first, end -> end - 1)
                    .filter(end -> known.test(String.join("", tokens.subList(first, end))))
                    .findFirst();
            if (to.isPresent()) {
                names.addAll(asNames(unknown));
                unknown.clear();
                names.add(String.join("", tokens.subList(from, to.getAsInt())));
                from = to.getAsInt();
            } else {
                unknown.add(tokens.get(from++));
            }
        }
        names.addAll(asNames(unknown));
        return names;
    }

    /** Several names if each looks like one of a school, else one with spaces in it. */
    private static List<String> asNames(List<String> tokens) {
        if (tokens.isEmpty()) {
            return List.of();
        }
        return tokens.stream()
                        .allMatch(token -> LOOKS_LIKE_SCHOOL.matcher(token).find())
                ? List.copyOf(tokens)
                : List.of(String.join("", tokens));
    }
}
