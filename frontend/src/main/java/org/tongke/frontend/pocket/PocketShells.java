package org.tongke.frontend.pocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.tongke.frontend.component.Language;
import org.tongke.frontend.component.Texts;
import org.tongke.frontend.component.Theme;

/**
 * The shells of the pocket pages: what can be seen before any module runs, the same for everybody who has the language and the appearance.
 * Templates are in {@code pocket/}; {@code {{pocket.…}}} in them stands for a text.
 */
@Component
class PocketShells {
    private static final String AHEAD = "/m/ahead.js";
    private static final Pattern TEXT = Pattern.compile("\\{\\{(pocket\\.[\\w.]+)}}");

    private final PocketFiles files;
    private final String frame = template("shell");
    private final Map<PocketPage, String> bodies = new EnumMap<>(PocketPage.class);

    PocketShells(PocketFiles files) {
        this.files = files;
        for (var page : PocketPage.values()) {
            bodies.put(page, template(page.code()));
        }
    }

    /** The shell of a page as HTML. */
    String shell(PocketPage page, Language language, Theme theme) {
        var html = frame.replace("{{lang}}", language.tag())
                .replace("{{theme}}", theme == Theme.DEVICE ? "" : " data-theme=\"" + theme.code() + "\"")
                .replace("{{page}}", page.code())
                .replace("{{title}}", "{{" + page.titleKey() + "}}")
                .replace("{{styles}}", styles(page))
                .replace("{{modules}}", modules(page, language))
                .replace("{{body}}", bodies.getOrDefault(page, ""));
        return TEXT.matcher(html)
                .replaceAll(key -> Matcher.quoteReplacement(HtmlUtils.htmlEscape(Texts.text(language, key.group(1)))));
    }

    /** The style sheet that only this page has, if there is one. */
    private String styles(PocketPage page) {
        return files.paths().contains(page.style()) ? "<link rel=\"stylesheet\" href=\"" + page.style() + "\">\n" : "";
    }

    /**
     * What the page's modules will ask for is named in the head, so that a slow link is waited for once, not level by level. Where a
     * week is asked for ahead, the other modules let that question pass.
     */
    private String modules(PocketPage page, Language language) {
        var head = new StringBuilder();
        var rest = files.modules(page.module());
        if (page.beginsWithWeek()) {
            var first = files.modules(AHEAD);
            first.forEach(path -> head.append(preload(path, "")));
            rest.removeAll(first);
            head.append("<script type=\"module\" async src=\"" + AHEAD + "\"></script>\n");
            rest.forEach(path -> head.append(preload(path, " fetchpriority=\"low\"")));
        } else {
            rest.forEach(path -> head.append(preload(path, "")));
        }
        return head.append("<link rel=\"preload\" as=\"fetch\" crossorigin href=\"/m/texts/" + language.code()
                        + ".json\">\n")
                .append("<script type=\"module\" src=\"" + page.module() + "\"></script>\n")
                .toString();
    }

    private static String preload(String path, String priority) {
        return "<link rel=\"modulepreload\" href=\"" + path + "\"" + priority + ">\n";
    }

    private static String template(String name) {
        try {
            return new ClassPathResource("pocket/" + name + ".html").getContentAsString(UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
