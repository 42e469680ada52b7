package org.tongke.frontend.component;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class LanguageTest {
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void isChineseWhereNothingIsAskedFor() {
        assertThat(Language.of(request)).isEqualTo(Language.CHINESE);
    }

    @Test
    void isTheFirstOfTheBrowsersLanguagesThatIsOurs() {
        request.addHeader("Accept-Language", "fr, en;q=0.8, zh;q=0.5");
        request.addPreferredLocale(Locale.CHINESE);
        request.addPreferredLocale(Locale.ENGLISH);
        request.addPreferredLocale(Locale.FRENCH);

        assertThat(Language.of(request)).isEqualTo(Language.ENGLISH);
    }

    @Test
    void isWhatThePersonChose() {
        request.addHeader("Accept-Language", "en");
        request.addPreferredLocale(Locale.ENGLISH);
        request.setCookies(new Cookie(Language.COOKIE, "zh"), new Cookie(Theme.COOKIE, "dark"));

        assertThat(Language.of(request)).isEqualTo(Language.CHINESE);
        assertThat(Theme.of(request)).isEqualTo(Theme.DARK);
    }

    @Test
    void writesDaysAndTimes() {
        var at = OffsetDateTime.parse("2020-03-16T10:20:00+08:00");

        assertThat(Formats.span(at, at.plusMinutes(40))).isEqualTo("2020年3月16日 周一 10:20–11:00");
        assertThat(Formats.date(LocalDate.of(2020, 6, 30))).isEqualTo("2020年6月30日");
        assertThat(Formats.date(Today.on().withMonth(6).withDayOfMonth(30))).isEqualTo("6月30日");
        assertThat(Formats.percent(0.3)).isEqualTo("30%");
    }
}
