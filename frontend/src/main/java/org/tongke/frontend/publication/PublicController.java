package org.tongke.frontend.publication;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongke.frontend.client.BackendAwayException;
import org.tongke.frontend.client.BackendFaultException;
import org.tongke.frontend.client.OpenBackend;
import org.tongke.frontend.component.Language;
import org.tongke.frontend.component.Theme;
import org.tongke.frontend.contract.types.DemoAccount;
import org.tongke.frontend.contract.types.PublicCommunity;
import org.tongke.frontend.contract.types.PublicCommunityConnection;
import org.tongke.frontend.contract.types.PublicCounts;
import org.tongke.frontend.contract.types.PublicProgramme;
import org.tongke.frontend.contract.types.PublicWeek;
import org.tongke.frontend.contract.types.SharedStanding;
import org.tongke.frontend.contract.types.SharedWeek;

/** Serves the public pages. Everybody; nothing here depends on who asks. */
@RestController
class PublicController {
    private static final Logger LOG = LoggerFactory.getLogger(PublicController.class);

    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final Duration CHOICE_KEPT = Duration.ofDays(400);
    private static final int PAGE = 50;
    private static final int TAG_BYTES = 8;

    private final OpenBackend backend;
    private final Shell shell;

    PublicController(OpenBackend backend, Shell shell) {
        this.backend = backend;
        this.shell = shell;
    }

    @GetMapping(Addresses.HOME)
    ResponseEntity<byte[]> home(HttpServletRequest request) {
        var visit = Visit.of(request);
        var demo =
                List.of(backend.ask(visit.caller(), "DemoAccounts", Map.of()).get("demoAccounts", DemoAccount[].class));
        return counts(visit, null)
                .map(counts -> HomePage.parts(visit, counts, demo))
                .map(parts -> page(visit, visit.text("publication.home.title"), true, parts))
                .orElseGet(() -> missing(visit));
    }

    @GetMapping(Addresses.LIST)
    ResponseEntity<byte[]> list(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable String after) {
        var visit = Visit.of(request);
        var answer = backend.ask(visit.caller(), "PublicCounts", given("programmeCode", programme));
        var programmes = List.of(answer.get("publicProgrammes", PublicProgramme[].class));
        return answer.find("publicCounts", PublicCounts.class)
                .map(Counts::new)
                .flatMap(counts -> (region == null ? Optional.of(counts.province()) : counts.find(region))
                        .map(found -> {
                            var asked = new ListPage.Asked(found, name.strip(), after);
                            var parts = ListPage.parts(visit, counts, programmes, asked, find(visit, counts, asked));
                            return page(visit, ListPage.title(visit, found), false, parts);
                        }))
                .orElseGet(() -> missing(visit));
    }

    private PublicCommunityConnection find(Visit visit, Counts counts, ListPage.Asked asked) {
        var variables = new HashMap<String, @Nullable Object>();
        variables.put("programmeCode", counts.all().getProgramme().getCode());
        variables.put("regionCode", asked.region().getCode());
        variables.put("name", asked.name());
        variables.put("first", PAGE);
        variables.put("after", asked.after());
        return backend.ask(visit.caller(), "PublicCommunities", variables)
                .get("publicCommunities", PublicCommunityConnection.class);
    }

    @GetMapping(Addresses.LIST + "/{id}")
    ResponseEntity<byte[]> community(
            HttpServletRequest request,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String week) {
        var visit = Visit.of(request);
        var variables = given("programmeCode", programme);
        variables.put("id", id);
        variables.put("week", day(week));
        var answer = backend.ask(visit.caller(), "PublicCommunity", variables);
        return answer.find("publicCommunity", PublicCommunity.class)
                .map(community -> page(
                        visit,
                        community.getName(),
                        false,
                        CommunityPage.parts(
                                visit,
                                community,
                                programme == null ? "" : programme,
                                answer.find("publicWeek", PublicWeek.class))))
                .orElseGet(() -> missing(visit));
    }

    @GetMapping(Addresses.WEEK)
    ResponseEntity<byte[]> week(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String county,
            @RequestParam(required = false) @Nullable String week) {
        var visit = Visit.of(request);
        var variables = given("countyCode", county);
        variables.put("week", day(week));
        var found = backend.ask(visit.caller(), "PublicWeek", variables).find("publicWeek", PublicWeek.class);
        if (found.isEmpty() && county != null) {
            return missing(visit);
        }
        return counts(visit, null)
                .map(counts ->
                        page(visit, visit.text("publication.way.week"), false, WeekPage.parts(visit, counts, found)))
                .orElseGet(() -> missing(visit));
    }

    /** What a link shows. It is for those who were given it: kept nowhere and found by no search engine. */
    @GetMapping(Addresses.SHARED + "/{key}")
    ResponseEntity<byte[]> shared(
            HttpServletRequest request,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String region) {
        var visit = Visit.of(request);
        var variables = given("regionCode", region);
        variables.put("key", key);
        return backend.ask(visit.caller(), "SharedStanding", variables)
                .find("sharedStanding", SharedStanding.class)
                .map(shown ->
                        shell.page(visit, SharedPage.title(visit, shown), false, SharedPage.parts(visit, shown, key)))
                .map(PublicController::unkept)
                .orElseGet(() -> trouble(visit, HttpStatus.NOT_FOUND, "publication.shared.missing"));
    }

    /** The week of somebody who made a link to it: for those who were given it, as what other links show. */
    @GetMapping(Addresses.WEEKS + "/{key}")
    ResponseEntity<byte[]> sharedWeek(
            HttpServletRequest request,
            @PathVariable String key,
            @RequestParam(name = "week", required = false) @Nullable String day) {
        var visit = Visit.of(request);
        var variables = given("week", day(day));
        variables.put("key", key);
        return backend.ask(visit.caller(), "SharedWeek", variables)
                .find("sharedWeek", SharedWeek.class)
                .map(shown -> shell.page(
                        visit,
                        SharedWeekPage.title(visit, shown),
                        SharedWeekPage.parts(visit, shown, key),
                        visit.text("publication.weeks.about")))
                .map(PublicController::unkept)
                .orElseGet(() -> trouble(visit, HttpStatus.NOT_FOUND, "publication.shared.missing"));
    }

    /** Kept nowhere and found by no search engine. */
    private static ResponseEntity<byte[]> unkept(String html) {
        return head(ResponseEntity.ok())
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex, nofollow")
                .body(html.getBytes(UTF_8));
    }

    /** Keeps a choice of language or appearance, and leads back. */
    @GetMapping(Addresses.HOME + "/look")
    ResponseEntity<Void> look(
            @RequestParam String set, @RequestParam String value, @RequestParam(defaultValue = "") String to) {
        var isLanguage = set.equals("language");
        var known = isLanguage
                ? Stream.of(Language.values()).map(Language::code)
                : Stream.of(Theme.values()).map(Theme::code);
        var back = to.equals("/") || to.equals(Addresses.HOME) || to.startsWith(Addresses.HOME + "/")
                ? to
                : Addresses.HOME;
        var answer =
                ResponseEntity.status(HttpStatus.FOUND).header(HttpHeaders.LOCATION, back.replaceAll("[\\r\\n]", ""));
        if (known.anyMatch(value::equals)) {
            var cookie = ResponseCookie.from(isLanguage ? Language.COOKIE : Theme.COOKIE, value)
                    .path("/")
                    .sameSite("Lax")
                    .maxAge(value.isEmpty() ? Duration.ZERO : CHOICE_KEPT)
                    .build();
            answer = answer.header(HttpHeaders.SET_COOKIE, cookie.toString());
        }
        return answer.cacheControl(CacheControl.noStore()).build();
    }

    @GetMapping(Addresses.HOME + "/style.css")
    ResponseEntity<byte[]> style() {
        var style = shell.style().getBytes(UTF_8);
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/css;charset=UTF-8"))
                .cacheControl(CacheControl.noCache())
                .eTag(tag(style))
                .body(style);
    }

    @ExceptionHandler(BackendAwayException.class)
    ResponseEntity<byte[]> away(HttpServletRequest request, BackendAwayException away) {
        LOG.warn("the backend does not answer: {}", away.getMessage());
        return trouble(Visit.of(request), HttpStatus.SERVICE_UNAVAILABLE, "publication.away");
    }

    /** An address that was shortened or made up holds a cursor that no list gave. */
    @ExceptionHandler(BackendFaultException.class)
    ResponseEntity<byte[]> fault(HttpServletRequest request, BackendFaultException fault) {
        LOG.debug("nothing at {}", request.getRequestURI(), fault);
        return missing(Visit.of(request));
    }

    private Optional<Counts> counts(Visit visit, @Nullable String programme) {
        return backend.ask(visit.caller(), "PublicCounts", given("programmeCode", programme))
                .find("publicCounts", PublicCounts.class)
                .map(Counts::new);
    }

    private static Map<String, @Nullable Object> given(String name, @Nullable String value) {
        var variables = new HashMap<String, @Nullable Object>();
        variables.put(name, value == null || value.isBlank() ? null : value);
        return variables;
    }

    /** The day in an address; null for none, and for what is none. */
    private static @Nullable String day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text).toString();
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    private ResponseEntity<byte[]> missing(Visit visit) {
        return trouble(visit, HttpStatus.NOT_FOUND, "publication.missing");
    }

    private ResponseEntity<byte[]> trouble(Visit visit, HttpStatus status, String about) {
        var parts = List.of(Tag.of("section", "pb-part")
                .add(
                        Tag.of("h1").say(visit.text(about + ".title")),
                        Tag.of("p").say(visit.text(about + ".why")),
                        Tag.of("p")
                                .add(Tag.of("a", "tk-button")
                                        .with("href", Addresses.LIST)
                                        .say(visit.text("publication.home.list")))));
        var html = shell.page(visit, visit.text(about + ".title"), false, parts);
        return head(ResponseEntity.status(status))
                .cacheControl(CacheControl.noStore())
                .body(html.getBytes(UTF_8));
    }

    private ResponseEntity<byte[]> page(Visit visit, String title, boolean scripted, List<Tag> parts) {
        var html = shell.page(visit, title, scripted, parts).getBytes(UTF_8);
        return head(ResponseEntity.ok())
                .cacheControl(CacheControl.maxAge(KEPT).cachePrivate())
                .eTag(tag(html))
                .body(html);
    }

    private static ResponseEntity.BodyBuilder head(ResponseEntity.BodyBuilder answer) {
        return answer.contentType(new MediaType(MediaType.TEXT_HTML, UTF_8))
                .varyBy("Cookie", "Accept-Language")
                .header("Content-Security-Policy", CONTENT_POLICY);
    }

    private static String tag(byte[] content) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(content);
            return "W/\"" + HexFormat.of().formatHex(Arrays.copyOf(hash, TAG_BYTES)) + "\"";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
