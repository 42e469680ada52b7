package org.tongke.frontend.pocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tongke.frontend.component.Language;
import org.tongke.frontend.component.Texts;
import org.tongke.frontend.component.Theme;
import tools.jackson.databind.json.JsonMapper;

/** Serves the shells of the pocket pages, their texts and their worker. Everybody; nothing here depends on who asks. */
@RestController
class PocketController {
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' blob: data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
            + "form-action 'self'; frame-ancestors 'self'; base-uri 'none'";

    private static final String STYLE = "/m/style.css";

    private final PocketFiles files;
    private final JoinedModules modules;
    private final PocketShells shells;
    private final JsonMapper json = new JsonMapper();

    PocketController(PocketFiles files, JoinedModules modules, PocketShells shells) {
        this.files = files;
        this.modules = modules;
        this.shells = shells;
    }

    /** The page that the installed app and those who shorten addresses begin with. */
    @GetMapping({"/m", "/m/"})
    ResponseEntity<Void> start() {
        return ResponseEntity.status(HttpStatus.FOUND)
                .header("Location", PocketPage.TODAY.path())
                .build();
    }

    @GetMapping(
            path = {"/m/sign-in", "/m/sign-out", "/m/today", "/m/week", "/m/upload", "/m/notices", "/m/enter"},
            produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> page(HttpServletRequest request) {
        var page = PocketPage.at(request.getServletPath());
        var html = shells.shell(page, Language.of(request), Theme.of(request));
        return answer(html, new MediaType(MediaType.TEXT_HTML, UTF_8))
                .varyBy("Cookie", "Accept-Language")
                .header("Content-Security-Policy", CONTENT_POLICY)
                .body(html.getBytes(UTF_8));
    }

    /** The style sheets that all pocket pages have. */
    @GetMapping(STYLE)
    ResponseEntity<byte[]> style() {
        var style = files.style();
        return answer(style, MediaType.valueOf("text/css;charset=UTF-8")).body(style.getBytes(UTF_8));
    }

    /** The modules of a page, or of something that is opened in it, as one file. */
    @GetMapping("/m/all/{*module}")
    ResponseEntity<byte[]> modules(@PathVariable String module) {
        var address = JoinedModules.address(module);
        if (!modules.addresses().contains(address)) {
            return ResponseEntity.notFound().build();
        }
        return script(modules.text(address));
    }

    /** All texts of the pocket pages in one language, by their keys. */
    @GetMapping("/m/texts/{language:zh|en}.json")
    ResponseEntity<byte[]> texts(@PathVariable String language) {
        var texts = texts(Stream.of(Language.values())
                .filter(one -> one.code().equals(language))
                .findFirst()
                .orElseThrow());
        return answer(texts, MediaType.APPLICATION_JSON).body(texts.getBytes(UTF_8));
    }

    /** What the phone is told where the pages are installed as an app. Files of its kind are unknown to the server otherwise. */
    @GetMapping("/m/manifest.webmanifest")
    ResponseEntity<byte[]> manifest() {
        var manifest = files.text("/m/manifest.webmanifest");
        return answer(manifest, MediaType.valueOf("application/manifest+json")).body(manifest.getBytes(UTF_8));
    }

    /** The worker, with the version and the addresses of what it keeps: a new byte anywhere is a new worker. */
    @GetMapping("/m/sw.js")
    ResponseEntity<byte[]> worker() {
        var made = Stream.concat(
                Stream.of(STYLE),
                Stream.of(Language.values()).map(language -> "/m/texts/" + language.code() + ".json"));
        var kept = Stream.of(files.loaded().stream(), modules.addresses().stream(), made)
                .flatMap(addresses -> addresses)
                .toList();
        var pages = Stream.of(PocketPage.values()).map(PocketPage::path).toList();
        var pocket = Map.of("version", version(), "files", kept, "pages", pages);
        var script = "self.POCKET = " + json.writeValueAsString(new TreeMap<>(pocket)) + ";\n" + files.text("/m/sw.js");
        return script(script);
    }

    /** Changes with every byte that the worker keeps. */
    private String version() {
        var shown = new StringBuilder(files.version());
        for (var language : Language.values()) {
            shown.append(texts(language));
            for (var page : List.of(PocketPage.values())) {
                shown.append(shells.shell(page, language, Theme.DEVICE));
            }
        }
        return Fingerprint.of(shown.toString().getBytes(UTF_8));
    }

    private String texts(Language language) {
        var texts = new TreeMap<>(Texts.texts(language));
        texts.keySet().removeIf(key -> !key.startsWith("pocket."));
        return json.writeValueAsString(texts);
    }

    private static ResponseEntity<byte[]> script(String script) {
        return answer(script, MediaType.valueOf("text/javascript;charset=UTF-8"))
                .body(script.getBytes(UTF_8));
    }

    /** Kept by browsers, but asked for again each time: the answer is short where nothing changed. */
    private static ResponseEntity.BodyBuilder answer(String content, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache())
                .eTag(PocketFiles.tag(content.getBytes(UTF_8)));
    }
}
