package org.tongke.frontend.verification;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.contract.types.Evidence;
import org.tongke.frontend.contract.types.StoredFile;

/** Evidence as small pictures; each opens the file itself in a tab of its own. */
final class EvidenceStrip extends UnorderedList {
    EvidenceStrip(List<Evidence> evidence) {
        addClassName("tkf-thumbs");
        getElement().setAttribute("aria-label", text("verification.evidence"));
        evidence.stream().map(EvidenceStrip::item).forEach(this::add);
    }

    private static ListItem item(Evidence evidence) {
        var link = Links.out("/evidence-file?of=" + Links.encode(evidence.getId()), "");
        link.setTarget("_blank");
        link.getElement().setAttribute("rel", "noopener");
        var file = evidence.getFile();
        if (file == null) {
            return new ListItem(name(evidence));
        }
        if (file.getThumbnailUrl() == null) {
            var rest = new Span(name(evidence));
            rest.addClassName("tkf-unseen");
            link.add(new Span(kind(file)), rest);
        } else {
            var picture = new Image(file.getThumbnailUrl(), name(evidence));
            picture.getElement().setAttribute("loading", "lazy");
            link.add(picture);
        }
        return new ListItem(link);
    }

    /** What a file is of which there is no small picture. */
    private static String kind(StoredFile file) {
        if (file.getGone()) {
            return text("verification.gone");
        }
        return file.getPages() == null ? text("verification.table") : text("verification.document", file.getPages());
    }

    private static String name(Evidence evidence) {
        var what = evidence.getNote() != null && !evidence.getNote().isBlank()
                ? evidence.getNote()
                : evidence.getActivity() != null ? evidence.getActivity().getTitle() : text("verification.evidence");
        var who = evidence.getUploadedBy() == null ? "" : evidence.getUploadedBy();
        return text("verification.evidence.of", what, who, Formats.day(evidence.getRecordedAt()));
    }
}
