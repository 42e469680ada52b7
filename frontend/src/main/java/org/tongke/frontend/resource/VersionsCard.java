package org.tongke.frontend.resource;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.contract.types.Resource;
import org.tongke.frontend.contract.types.ResourceVersion;

/** All versions of a resource, the newest first; older ones stay to be seen. */
final class VersionsCard extends Section {
    VersionsCard(Resource resource) {
        addClassName("tkf-card");
        var list = new UnorderedList();
        list.addClassName("tkf-lines");
        resource.getVersions().forEach(version -> list.add(item(resource, version)));
        add(new H2(text("resource.versions")), list);
    }

    private static ListItem item(Resource resource, ResourceVersion version) {
        var link = new Anchor("", text("resource.version.name", version.getNumber(), version.getName()));
        var words = new Div(ResourcePreview.away(resource, version, link), soft(Formats.day(version.getAddedAt())));
        words.addClassName("tkf-line-name");
        if (version.getNote() != null) {
            words.add(new Span(version.getNote()));
        }
        return new ListItem(words);
    }

    private static Span soft(String words) {
        var line = new Span(words);
        line.addClassName("tkf-soft");
        return line;
    }
}
