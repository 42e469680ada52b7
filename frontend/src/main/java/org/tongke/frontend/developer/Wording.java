package org.tongke.frontend.developer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tongke.frontend.component.Links;

/** Words of the contract on the page. It is written in English. */
final class Wording {
    private static final String REFERENCE = "/developers/reference/";
    private static final Pattern NAME = Pattern.compile("\\w+");

    private Wording() {}

    /** A description; what stands between backticks is code. */
    static Paragraph description(String words) {
        var parts = words.split("`", -1);
        var paragraph = new Paragraph();
        paragraph.getElement().setAttribute("lang", "en");
        for (var part = 0; part < parts.length; part++) {
            paragraph.add(part % 2 == 0 ? new Span(parts[part]) : new Code(parts[part]));
        }
        return paragraph;
    }

    /** A type as it is written, with the way to it. */
    static List<Component> type(String written, SchemaReference reference) {
        var parts = new ArrayList<Component>();
        var name = NAME.matcher(written);
        if (!name.find() || reference.find(name.group()).isEmpty()) {
            return List.of(new Span(written));
        }
        parts.add(new Span(written.substring(0, name.start())));
        parts.add(to(name.group(), name.group()));
        parts.add(new Span(written.substring(name.end())));
        return parts;
    }

    /** The way to a type, or to its field as in {@code Query.communities}. */
    static Anchor to(String name, String words) {
        return Links.to(REFERENCE + name.replace('.', '/'), words);
    }
}
