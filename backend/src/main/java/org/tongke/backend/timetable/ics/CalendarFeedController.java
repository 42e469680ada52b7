package org.tongke.backend.timetable.ics;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongke.backend.base.text.Sha256;

/**
 * The edge of calendar feeds: {@code /calendar/SECRET.ics}, with {@code ?named=ID} of a named part alone; without sign-in, since
 * calendars know no other. A wrong address, a closed one, one of an account that is gone and one of no part are answered alike.
 */
@RestController
class CalendarFeedController {
    static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final CalendarFeeds feeds;

    CalendarFeedController(CalendarFeeds feeds) {
        this.feeds = feeds;
    }

    static String path(String secret) {
        return "/calendar/" + secret + ".ics";
    }

    @GetMapping("/calendar/{secret}.ics")
    ResponseEntity<String> calendar(
            @PathVariable String secret, @RequestParam(required = false) @Nullable String named) {
        var file = SECRET.matcher(secret).matches()
                ? feeds.file(secret, Optional.ofNullable(named))
                : Optional.<String>empty();
        // the framework answers 304 where the calendar has this ETag already
        return file.map(text -> ResponseEntity.ok()
                        .contentType(CALENDAR)
                        .cacheControl(CacheControl.noCache().cachePrivate())
                        .eTag(Sha256.of(text))
                        .body(text))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
