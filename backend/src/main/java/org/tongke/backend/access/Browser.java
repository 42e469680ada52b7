package org.tongke.backend.access;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What kind of browser signed in, as far as it tells. Its exact version is nobody's business.
 *
 * @param device what it runs on
 * @param program what it is
 */
public record Browser(Kind device, Program program) {
    static final Browser UNKNOWN = new Browser(Kind.UNKNOWN, Program.OTHER);

    private static final String SPACE = " ";

    /** What a browser runs on. */
    public enum Kind {
        PHONE,
        TABLET,
        COMPUTER,
        UNKNOWN
    }

    /** Browsers that people know by name. */
    public enum Program {
        WECOM("wxwork"),
        WECHAT("micromessenger"),
        DINGTALK("dingtalk"),
        QQ("qqbrowser"),
        HUAWEI("huaweibrowser"),
        EDGE("edg"),
        FIREFOX("firefox"),
        CHROME("chrome"),
        SAFARI("safari"),
        OTHER("");

        private final String mark;

        Program(String mark) {
            this.mark = mark;
        }
    }

    /** The browser behind a {@code User-Agent}. */
    static Browser of(@Nullable String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return UNKNOWN;
        }
        var words = userAgent.toLowerCase(Locale.ROOT);
        // the first that fits: most browsers claim to be others as well
        for (var program : Program.values()) {
            if (words.contains(program.mark)) {
                return new Browser(kindOf(words), program);
            }
        }
        return UNKNOWN;
    }

    private static Kind kindOf(String words) {
        if (words.contains("ipad")
                || words.contains("tablet")
                || words.contains("android") && !words.contains("mobile")) {
            return Kind.TABLET;
        }
        if (words.contains("mobile") || words.contains("iphone")) {
            return Kind.PHONE;
        }
        return words.contains("windows") || words.contains("macintosh") || words.contains("linux")
                ? Kind.COMPUTER
                : Kind.UNKNOWN;
    }

    String stored() {
        return device + SPACE + program;
    }

    static Browser read(@Nullable String stored) {
        if (stored == null) {
            return UNKNOWN;
        }
        var space = stored.indexOf(SPACE);
        return new Browser(Kind.valueOf(stored.substring(0, space)), Program.valueOf(stored.substring(space + 1)));
    }
}
