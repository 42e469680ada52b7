package org.tongke.frontend.resource;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.contract.types.Resource;

/** A resource in a list: what it is, from whom, how much it is used. All of it leads to its page. */
final class ResourceItem extends ListItem {
    ResourceItem(Resource resource) {
        getElement()
                .setAttribute(
                        "data-subject",
                        resource.getSubject() == null
                                ? ""
                                : resource.getSubject().getCode());
        var link = new Anchor(ResourceView.path(resource.getId()), "");
        var words = new Span(title(resource), new Span(ResourceWords.line(resource)), soft(from(resource)));
        words.addClassName("tkf-resource-words");
        var use = ResourceWords.use(resource);
        if (!use.isEmpty()) {
            words.add(soft(use));
        }
        link.add(picture(resource), words);
        add(link);
    }

    private static Span title(Resource resource) {
        var title = new Span(resource.getTitle());
        title.addClassName("tkf-strong");
        return title;
    }

    /** The school or centre that shares it, and who. */
    private static String from(Resource resource) {
        return Formats.joined(ResourceWords.sharer(resource), resource.getSharedBy());
    }

    private static Span soft(String words) {
        var line = new Span(words);
        line.addClassName("tkf-soft");
        return line;
    }

    /** A small picture, or a word in its place; the kind is told in words in any case. */
    private static Component picture(Resource resource) {
        var version = resource.getVersion();
        var file = version == null ? null : version.getFile();
        if (file == null || file.getThumbnailUrl() == null) {
            var mark = new Span(ResourceWords.kind(resource.getKind()));
            mark.addClassName("tkf-resource-mark");
            mark.getElement().setAttribute("aria-hidden", "true");
            return mark;
        }
        var picture = new Image(file.getThumbnailUrl(), "");
        picture.getElement().setAttribute("loading", "lazy");
        picture.addClassName("tkf-resource-mark");
        return picture;
    }
}
