package org.tongke.frontend.resource;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.net.URI;
import java.util.Objects;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.contract.types.MediaType;
import org.tongke.frontend.contract.types.Resource;
import org.tongke.frontend.contract.types.ResourceVersion;
import org.tongke.frontend.contract.types.StoredFile;

/** What the newest version looks like, and the way to it: a picture, the first page of a PDF, or words where there is nothing to draw. */
final class ResourcePreview extends Section {
    ResourcePreview(Resource resource) {
        addClassNames("tkf-card", "tkf-resource-preview");
        var version = resource.getVersions().getFirst();
        var file = version.getFile();
        if (file != null && file.getThumbnailUrl() != null) {
            var picture = new Anchor();
            picture.add(new Image(file.getThumbnailUrl(), text("resource.preview", resource.getTitle())));
            picture.addClassName("tkf-resource-picture");
            add(away(resource, version, picture));
        }
        add(away(resource, version, Links.button(new Anchor("", words(version)))));
        var about = new Paragraph(file == null ? version.getUrl() : words(version, file));
        about.addClassName("tkf-soft");
        add(about);
        if (file != null) {
            add(new KeepOffline(resource));
        }
    }

    /** A link to a version, in a tab of its own, which learns nothing of this one. */
    static Anchor away(Resource resource, ResourceVersion version, Anchor link) {
        link.setHref(ResourceFile.path(resource.getId(), version.getNumber()));
        link.setRouterIgnore(true);
        link.setTarget("_blank");
        link.getElement().setAttribute("rel", "noopener noreferrer");
        return link;
    }

    private static String words(ResourceVersion version) {
        var file = version.getFile();
        if (file == null) {
            return text("resource.open.link", host(version));
        }
        return text(
                file.getMediaType() == MediaType.PDF || file.getThumbnailUrl() != null
                        ? "resource.open"
                        : "resource.download");
    }

    /** Whose pages a link leads to. */
    private static String host(ResourceVersion version) {
        return Objects.requireNonNullElse(URI.create(version.getUrl()).getHost(), version.getUrl());
    }

    private static String words(ResourceVersion version, StoredFile file) {
        return Formats.joined(version.getName(), ResourceWords.size(file));
    }
}
