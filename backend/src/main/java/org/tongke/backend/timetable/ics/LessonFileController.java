package org.tongke.backend.timetable.ics;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongke.backend.access.CallerFilter;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.Viewer;

/**
 * One activity as a file for a calendar, below {@code /exports}: what somebody takes along who subscribes to nothing. Whoever may ask
 * the API for it may fetch it; for all others there is nothing at the address.
 */
@RestController
class LessonFileController {
    private static final String FIELD = "Node.Activity";

    private final Activities activities;
    private final CalendarEvents events;
    private final WhoMay whoMay;
    private final ZoneId zone;

    LessonFileController(Activities activities, CalendarEvents events, WhoMay whoMay, ZoneId zone) {
        this.activities = activities;
        this.events = events;
        this.whoMay = whoMay;
        this.zone = zone;
    }

    @GetMapping("/exports/activities/{activity}.ics")
    ResponseEntity<String> file(
            @PathVariable String activity,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request) {
        var viewer = CallerFilter.viewerOf(request);
        var locale = Texts.languageOf(lang == null ? request.getLocale() : Locale.forLanguageTag(lang));
        return find(activity, viewer)
                .map(found -> file(found, viewer, locale))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private Optional<Activity> find(String id, Viewer viewer) {
        var permission = whoMay.permission(FIELD, viewer);
        return permission.allowed()
                ? GlobalId.rawOf("Activity", id).flatMap(raw -> activities.find(raw, permission.scope()))
                : Optional.empty();
    }

    private ResponseEntity<String> file(Activity activity, Viewer viewer, Locale locale) {
        var name = ContentDisposition.attachment()
                .filename(activity.title() + ".ics", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(CalendarFeedController.CALENDAR)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(CalendarFile.of(activity.title(), List.of(events.of(activity, viewer, locale)), zone));
    }
}
