package org.tongke.frontend.publication;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.web.util.HtmlUtils;

/** An element of a page. What comes from outside becomes a text or the value of an attribute, both escaped here, and so is never read as HTML. */
final class Tag {
    /** So that only signs of HTML itself are escaped. */
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private static final Set<String> VOID = Set.of("img", "input", "br");

    private final String name;
    private final StringBuilder attributes = new StringBuilder();
    private final StringBuilder content = new StringBuilder();

    private Tag(String name) {
        this.name = name;
    }

    static Tag of(String name) {
        return new Tag(name);
    }

    /** An element with a class or several. */
    static Tag of(String name, String classes) {
        return new Tag(name).with("class", classes);
    }

    /** A link. */
    static Tag link(String address, String text) {
        return of("a").with("href", address).say(text);
    }

    Tag with(String attribute, String value) {
        attributes
                .append(' ')
                .append(attribute)
                .append("=\"")
                .append(HtmlUtils.htmlEscape(value, UTF_8))
                .append('"');
        return this;
    }

    /** With an attribute that needs no value. */
    Tag with(String attribute) {
        attributes.append(' ').append(attribute);
        return this;
    }

    Tag say(String text) {
        content.append(HtmlUtils.htmlEscape(text, UTF_8));
        return this;
    }

    Tag add(Tag... tags) {
        return add(List.of(tags));
    }

    Tag add(Collection<Tag> tags) {
        tags.forEach(content::append);
        return this;
    }

    @Override
    public String toString() {
        var start = "<" + name + attributes + ">";
        return VOID.contains(name) ? start : start + content + "</" + name + ">";
    }
}
