package org.tongke.backend.base.settings;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.tongke.backend.base.settings.WrongSettingException.WrongSetting;

/**
 * Looks at every setting before the first part starts: a wrong one stops the start and is named. The table of them is in
 * {@code docs/operations.md}.
 */
@Configuration(proxyBeanMethods = false)
class SettingsCheck {
    private static final Duration SHORTEST_BEAT = Duration.ofMillis(100);
    private static final Duration LONGEST_BEAT = Duration.ofMinutes(1);
    private static final Duration LONGEST_LIFE = Duration.ofDays(1);
    private static final int MOST_WEEKS = 20;
    private static final int MOST_DEPTH = 100;
    private static final int MOST_COST = 10_000_000;
    private static final int SHORTEST_PASSWORD = 12;
    private static final int SHORTEST_TOKEN = 16;
    /** BCrypt knows no less; more would take seconds for each sign-in. */
    private static final int WEAKEST = 4;

    private static final int STRONGEST = 16;

    private static final int MOST_REPORT_DAYS = 90;

    /** What a school needs to share anything at all. */
    private static final long LEAST_QUOTA = 1L << 20;

    private static final Pattern DATABASE = Pattern.compile("[A-Za-z0-9_-]{1,38}");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,50}");
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

    private static final List<Setting> SETTINGS = List.of(
            optional(
                    "tongke.public-url",
                    "an address such as https://tongke.example.cn, without a path",
                    text -> isAddress(text)
                            && URI.create(text).getPath().replace("/", "").isEmpty()),
            optional(
                    "tongke.administrator-password",
                    "at least " + SHORTEST_PASSWORD + " characters long",
                    text -> text.length() >= SHORTEST_PASSWORD),
            optional(
                    "tongke.metrics-token",
                    "at least " + SHORTEST_TOKEN + " characters long",
                    text -> text.length() >= SHORTEST_TOKEN),
            optional(
                    "tongke.password-strength",
                    "a number from " + WEAKEST + " to " + STRONGEST,
                    text -> isNumber(text, WEAKEST, STRONGEST)),
            optional("tongke.demo", "true or false", SettingsCheck::isBoolean),
            optional("tongke.explore", "true or false", SettingsCheck::isBoolean),
            optional("tongke.demo-weeks", "a number from 0 to " + MOST_WEEKS, text -> isNumber(text, 0, MOST_WEEKS)),
            optional("tongke.programmes", "a folder that is there", text -> Files.isDirectory(Path.of(text))),
            optional("tongke.zone", "a zone such as Asia/Shanghai", SettingsCheck::isZone),
            optional("tongke.feed", "auto, stream or scan", Set.of("auto", "stream", "scan")::contains),
            optional(
                    "tongke.live.beat",
                    "a time from 100ms to 1m, such as 15s",
                    text -> isDuration(text, SHORTEST_BEAT, LONGEST_BEAT)),
            optional(
                    "tongke.live.longest",
                    "a time from 100ms to 1d, such as 1h",
                    text -> isDuration(text, SHORTEST_BEAT, LONGEST_LIFE)),
            optional(
                    "tongke.graphql.max-depth",
                    "a number from 1 to " + MOST_DEPTH,
                    text -> isNumber(text, 1, MOST_DEPTH)),
            optional(
                    "tongke.graphql.max-cost", "a number from 1 to " + MOST_COST, text -> isNumber(text, 1, MOST_COST)),
            optional(
                    "tongke.resource.quota-bytes",
                    "a number of bytes, at least " + LEAST_QUOTA,
                    text -> isLong(text, LEAST_QUOTA)),
            optional(
                    "tongke.resource.report-days",
                    "a number from 1 to " + MOST_REPORT_DAYS,
                    text -> isNumber(text, 1, MOST_REPORT_DAYS)),
            optional(
                    "tongke.mongo.database",
                    "up to 38 letters, digits, - and _",
                    text -> DATABASE.matcher(text).matches()),
            required(
                    "spring.mongodb.uri",
                    "an address such as mongodb://HOST:27017/?replicaSet=rs0",
                    text -> text.matches("mongodb(\\+srv)?://.+")),
            required("tongke.bucket.endpoint", "an address such as http://minio:9000", SettingsCheck::isAddress),
            required("tongke.bucket.access-key", "given", text -> true),
            required("tongke.bucket.secret-key", "given", text -> true),
            optional(
                    "tongke.bucket.name",
                    "3 to 63 small letters, digits, - and .",
                    text -> BUCKET.matcher(text).matches()),
            optional(
                    "tongke.bucket.region",
                    "small letters, digits and -",
                    text -> REGION.matcher(text).matches()),
            // of the product in one process
            optional("tongke.stores", "embedded or external", Set.of("embedded", "external")::contains));

    private record Setting(String name, boolean isRequired, String wanted, Predicate<String> isRight) {
        Optional<WrongSetting> check(Environment environment) {
            var value = environment.getProperty(name);
            var isGood = value == null || value.isEmpty() ? !isRequired : isRight.test(value);
            return isGood ? Optional.empty() : Optional.of(new WrongSetting(name, wanted));
        }
    }

    private static Setting optional(String name, String wanted, Predicate<String> isRight) {
        return new Setting(name, false, wanted, isRight);
    }

    private static Setting required(String name, String wanted, Predicate<String> isRight) {
        return new Setting(name, true, wanted, isRight);
    }

    @Bean
    static BeanFactoryPostProcessor refuseWrongSettings(Environment environment) {
        return factory -> check(environment);
    }

    /** @throws WrongSettingException with all that are wrong */
    static void check(Environment environment) {
        var wrong = new ArrayList<WrongSetting>();
        SETTINGS.forEach(setting -> setting.check(environment).ifPresent(wrong::add));
        if (!wrong.isEmpty()) {
            throw new WrongSettingException(wrong);
        }
    }

    private static boolean isBoolean(String text) {
        return text.equals("true") || text.equals("false");
    }

    private static boolean isNumber(String text, int least, int most) {
        try {
            var number = Integer.parseInt(text);
            return number >= least && number <= most;
        } catch (NumberFormatException none) {
            return false;
        }
    }

    private static boolean isLong(String text, long least) {
        try {
            return Long.parseLong(text) >= least;
        } catch (NumberFormatException none) {
            return false;
        }
    }

    private static boolean isDuration(String text, Duration shortest, Duration longest) {
        try {
            var duration = DurationStyle.detectAndParse(text);
            return duration.compareTo(shortest) >= 0 && duration.compareTo(longest) <= 0;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static boolean isZone(String text) {
        try {
            ZoneId.of(text);
            return true;
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static boolean isAddress(String text) {
        try {
            var uri = URI.create(text);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
