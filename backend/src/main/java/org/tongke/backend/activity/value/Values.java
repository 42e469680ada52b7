package org.tongke.backend.activity.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.RefusedException;

/** How single values are read. Each method throws {@link RefusedException} with a {@link ValueRefusal} at the field. */
public final class Values {
    /** Largest whole number that every client can hold exactly. */
    public static final long LARGEST_EXACT = (1L << 53) - 1;

    /** Instants outside are slips of the keyboard, and some no database could hold. */
    public static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    public static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,20}");
    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");
    private static final int LONGEST_URL = 2_000;
    private static final int SHOWN = 40;

    private Values() {}

    /** A text that must be there, stripped. */
    public static String text(String field, @Nullable Object value, int longest) {
        return findText(field, value, longest).orElseThrow(() -> refused(ErrorCode.REQUIRED, field, "REQUIRED"));
    }

    /** A text that may be missing, stripped; one in which nothing is to be seen is missing. */
    public static Optional<String> findText(String field, @Nullable Object value, int longest) {
        return findExactText(field, value instanceof String text ? text.strip() : value, longest);
    }

    /** A text that must be there, exactly as it was sent: an id. */
    public static String exactText(String field, @Nullable Object value, int longest) {
        return findExactText(field, value, longest).orElseThrow(() -> refused(ErrorCode.REQUIRED, field, "REQUIRED"));
    }

    private static Optional<String> findExactText(String field, @Nullable Object value, int longest) {
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text)) {
            throw malformed(field, value, "TEXT");
        }
        // a batch has some ten thousand texts: one loop, where streams would take most of the time of reading it
        var characters = 0;
        var isSeen = false;
        for (int at = 0; at < text.length(); characters++) {
            var character = text.codePointAt(at);
            if (isHarmful(character)) {
                throw malformed(field, value, "CHARACTERS");
            }
            isSeen = isSeen || isVisible(character);
            at += Character.charCount(character);
        }
        if (!isSeen) {
            return Optional.empty();
        }
        if (characters > longest) {
            throw refused(ErrorCode.TOO_LONG, field, "TOO_LONG", longest);
        }
        return Optional.of(text);
    }

    /** Controls break lists and logs, direction overrides show something else than is there, half characters are no text. */
    private static boolean isHarmful(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            case Character.FORMAT ->
                character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
            default -> false;
        };
    }

    private static boolean isVisible(int character) {
        return !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && Character.getType(character) != Character.FORMAT;
    }

    /** A whole number from 1 to 2^53−1, also as digits: some platforms keep long numbers as text. */
    public static long revision(String field, @Nullable Object value) {
        var number = switch (value) {
            case null -> throw refused(ErrorCode.REQUIRED, field, "REQUIRED");
            case String text when text.isBlank() -> throw refused(ErrorCode.REQUIRED, field, "REQUIRED");
            case String text when DIGITS.matcher(text.strip()).matches() -> new BigDecimal(text.strip());
            case BigInteger whole -> new BigDecimal(whole);
            case BigDecimal decimal -> decimal;
            case Long whole -> BigDecimal.valueOf(whole);
            case Integer whole -> BigDecimal.valueOf(whole);
            case Double real when Double.isFinite(real) -> BigDecimal.valueOf(real);
            default -> throw malformed(field, value, "REVISION");
        };
        if (number.signum() <= 0 || number.compareTo(BigDecimal.valueOf(LARGEST_EXACT)) > 0) {
            throw refused(ErrorCode.OUT_OF_RANGE, field, "REVISION", 1, LARGEST_EXACT);
        }
        if (number.stripTrailingZeros().scale() > 0) {
            throw malformed(field, value, "REVISION");
        }
        return number.longValueExact();
    }

    /** One of the names of an enumeration. */
    public static <E extends Enum<E>> Optional<E> findOneOf(
            Class<E> names, String field, @Nullable Object value, String fix) {
        return findText(field, value, SHOWN)
                .map(text -> Arrays.stream(names.getEnumConstants())
                        .filter(one -> one.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> malformed(field, text, fix)));
    }

    /** RFC 3339 with offset, to the millisecond, in this century. */
    public static Instant instant(String field, @Nullable Object value) {
        var text = text(field, value, SHOWN);
        if (!RFC_3339.matcher(text).matches()) {
            throw malformed(field, text, "INSTANT");
        }
        try {
            var instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
            if (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)) {
                throw refused(ErrorCode.OUT_OF_RANGE, field, "INSTANT", EARLIEST, LATEST);
            }
            return instant;
        } catch (DateTimeException noSuchTime) {
            throw malformed(field, text, "INSTANT");
        }
    }

    /** An https address with a host and without a password, so that a link does what it seems to do. */
    public static Optional<String> findLink(String field, @Nullable Object value) {
        return findText(field, value, LONGEST_URL).map(text -> {
            if (!isLink(text)) {
                throw malformed(field, text, "LINK");
            }
            return text;
        });
    }

    private static boolean isLink(String text) {
        try {
            var uri = new URI(text);
            return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getRawUserInfo() == null;
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }

    /** A value that is not written as its description says. */
    public static RefusedException malformed(String field, Object value, String fix) {
        return refused(ErrorCode.MALFORMED, field, fix, shown(value));
    }

    /** Why a value is refused. */
    public static RefusedException refused(ErrorCode code, String field, String fix, Object... arguments) {
        return new RefusedException(new ValueRefusal(code, List.of(field), List.of(arguments), fix));
    }

    /** A text, number or boolean that must be there, as a String, Long, Double or Boolean; texts as {@link #findText} reads them. */
    public static Optional<Object> findScalar(String field, @Nullable Object value, int longest) {
        return switch (value) {
            case null -> Optional.empty();
            case String text -> findText(field, text, longest).map(Object.class::cast);
            case Boolean truth -> Optional.of(truth);
            case Integer whole -> Optional.of(whole.longValue());
            case Long whole -> Optional.of(whole);
            case BigInteger whole when whole.bitLength() < Long.SIZE -> Optional.of(whole.longValueExact());
            case Double real when Double.isFinite(real) -> Optional.of(whole(real));
            case BigDecimal decimal
            when Double.isFinite(decimal.doubleValue()) -> Optional.of(whole(decimal.doubleValue()));
            default -> throw malformed(field, value, "SCALAR");
        };
    }

    /** 2.0 is 2, so that the same number is the same value however it was written. */
    private static Object whole(double real) {
        return real == Math.rint(real) && Math.abs(real) <= LARGEST_EXACT ? (Object) (long) real : real;
    }

    /**
     * An end that fits a start.
     *
     * @throws RefusedException TIMES_BACKWARDS, LASTS_TOO_LONG
     */
    public static Instant endsAt(String field, Instant startsAt, Instant endsAt, Duration longest) {
        if (!endsAt.isAfter(startsAt)) {
            throw refused(ErrorCode.TIMES_BACKWARDS, field, "TIMES");
        }
        if (endsAt.isAfter(startsAt.plus(longest))) {
            throw refused(ErrorCode.LASTS_TOO_LONG, field, "TIMES");
        }
        return endsAt;
    }

    /** Values of a thing inside; where one is refused, the path leads to it. */
    public static <R> R in(String field, Supplier<R> read) {
        try {
            return read.get();
        } catch (RefusedException refused) {
            throw new RefusedException(ValueRefusal.of(refused).in(field));
        }
    }

    /** Each of several things; where one is refused, the path leads to it. */
    public static <T, R> List<R> each(String field, List<T> things, int most, Function<T, R> read) {
        if (things.size() > most) {
            throw refused(ErrorCode.OUT_OF_RANGE, field, "COUNT", 0, most);
        }
        return IntStream.range(0, things.size())
                .mapToObj(index -> {
                    try {
                        return read.apply(things.get(index));
                    } catch (RefusedException refused) {
                        throw new RefusedException(ValueRefusal.of(refused).in(field, Integer.toString(index)));
                    }
                })
                .toList();
    }

    /** The beginning of a value, harmless to show. */
    public static String shown(Object value) {
        var text = value.toString();
        var shown = text.codePoints()
                .limit(SHOWN)
                .map(character -> isHarmful(character) ? '�' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return text.codePointCount(0, text.length()) > SHOWN ? shown + "…" : shown.toString();
    }
}
