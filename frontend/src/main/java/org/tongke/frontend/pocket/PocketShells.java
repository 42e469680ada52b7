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

    /** Where a page begins with a week, the question for it goes first: the other modules let it pass. */
    private static String modules(PocketPage page, Language language) {
        var head = new StringBuilder();
        if (page.beginsWithWeek()) {
            head.append(script(JoinedModules.address(JoinedModules.AHEAD), " async"));
        }
        var rest = page.beginsWithWeek() ? " fetchpriority=\"low\"" : "";
        return head.append(script(JoinedModules.CORE, rest))
                .append(script(JoinedModules.address(page.module()), rest))
                .append("<link rel=\"preload\" as=\"fetch\" crossorigin href=\"/m/texts/" + language.code()
                        + ".json\">\n")
                .toString();
    }

    private static String script(String address, String attributes) {
        return "<script type=\"module\"" + attributes + " src=\"" + address + "\"></script>\n";
    }

    private static String template(String name) {
        try {
            return new ClassPathResource("pocket/" + name + ".html").getContentAsString(UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
