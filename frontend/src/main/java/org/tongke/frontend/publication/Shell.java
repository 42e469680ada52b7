package org.tongke.frontend.publication;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.tongke.frontend.component.Language;
import org.tongke.frontend.component.Theme;

/** What all public pages have around them: head, ways, foot. */
@Component
class Shell {
    /** The look that all pages share, then that of the public ones: one file, because on a slow link each waits for its turn. */
    private static final List<String> STYLES = List.of(
            "META-INF/resources/tk/tokens.css",
            "META-INF/resources/tk/acts.css",
            "META-INF/resources/tk/parts.css",
            "publication/public.css");

    private final String frame = read("publication/shell.html");
    private final String style =
            String.join("\n", STYLES.stream().map(Shell::read).toList());

    /** The style sheet of the public pages. */
    String style() {
        return style;
    }

    /**
     * A page as HTML.
     *
     * @param title what it is, for the title and its heading
     * @param scripted whether it has something that needs a script
     * @param parts what it shows
     */
    String page(Visit visit, String title, boolean scripted, List<Tag> parts) {
        return page(visit, title, scripted, parts, visit.text("publication.about"));
    }

    /**
     * A page that needs no script.
     *
     * @param about what is said at its foot of what it shows
     */
    String page(Visit visit, String title, List<Tag> parts, String about) {
        return page(visit, title, false, parts, about);
    }

    private String page(Visit visit, String title, boolean scripted, List<Tag> parts, String about) {
        var script = scripted ? "<script type=\"module\" src=\"/m/public.js\"></script>" : "";
        return frame.replace("{{lang}}", visit.language().tag())
                .replace(
                        "{{theme}}",
                        visit.theme() == Theme.DEVICE
                                ? ""
                                : " data-theme=\"" + visit.theme().code() + "\"")
                .replace("{{script}}", script)
                .replace("{{head}}", meta(visit, title).toString())
                .replace(
                        "{{skip}}",
                        Tag.of("a", "tk-skip")
                                .with("href", "#main")
                                .say(visit.text("publication.skip"))
                                .toString())
                .replace("{{ways}}", ways(visit).toString())
                .replace("{{foot}}", foot(visit, about).toString())
                .replace(
                        "{{main}}",
                        Tag.of("main")
                                .with("id", "main")
                                .with("tabindex", "-1")
                                .add(parts)
                                .toString());
    }

    private static Tag meta(Visit visit, String title) {
        return Tag.of("title").say(title + " · " + visit.text("publication.name"));
    }

    private static Tag ways(Visit visit) {
        var brand = Tag.of("a", "pb-brand")
                .with("href", Addresses.HOME)
                .add(
                        Tag.of("img")
                                .with("src", "/tk/emblem.svg")
                                .with("alt", "")
                                .with("width", "32")
                                .with("height", "32"),
                        Tag.of("span").say(visit.text("publication.name")));
        var places = Stream.of(
                        Map.entry(Addresses.LIST, "publication.way.list"),
                        Map.entry(Addresses.WEEK, "publication.way.week"))
                .map(way -> way(visit, way.getKey(), way.getValue()));
        var signIn =
                Tag.link("/m/sign-in", visit.text("publication.way.signIn")).with("class", "pb-sign-in");
        return Tag.of("nav", "pb-ways")
                .with("aria-label", visit.text("publication.ways"))
                .add(brand)
                .add(places.toList())
                .add(signIn);
    }

    private static Tag way(Visit visit, String path, String key) {
        var link = Tag.link(path, visit.text(key));
        return visit.address().equals(path) || visit.address().startsWith(path + "?")
                ? link.with("aria-current", "page")
                : link;
    }

    private static Tag foot(Visit visit, String about) {
        var languages = Tag.of("p", "pb-choice").add(Tag.of("span").say(visit.text("publication.language")));
        for (var language : Language.values()) {
            languages.add(choice(visit, "language", language.code(), visit.language() == language)
                    .with("lang", language.tag())
                    .say(visit.text("publication.language." + language.code())));
        }
        var themes = Tag.of("p", "pb-choice").add(Tag.of("span").say(visit.text("publication.theme")));
        for (var theme : Theme.values()) {
            themes.add(choice(visit, "theme", theme.code(), visit.theme() == theme)
                    .say(visit.text("publication.theme." + (theme == Theme.DEVICE ? "device" : theme.code()))));
        }
        return Tag.of("footer", "pb-foot")
                .add(languages, themes, Tag.of("p", "tk-soft").say(about));
    }

    private static Tag choice(Visit visit, String what, String value, boolean chosen) {
        var link = Tag.of("a")
                .with(
                        "href",
                        Addresses.with(Addresses.HOME + "/look", Map.of("set", what, "to", visit.address())) + "&value="
                                + value)
                .with("rel", "nofollow");
        return chosen ? link.with("aria-current", "true") : link;
    }

    private static String read(String name) {
        try {
            return new ClassPathResource(name).getContentAsString(UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
