package org.tongke.frontend.verification.review;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.contract.types.Evidence;
import org.tongke.frontend.contract.types.MediaType;
import org.tongke.frontend.contract.types.StoredFile;

/** One piece of evidence, as large as there is room. A picture can be enlarged; a document shows its first page and opens in a tab. */
final class EvidenceViewer extends Div {
    private final Div stage = new Div();
    private final Div caption = new Div();

    EvidenceViewer() {
        addClassName("tkf-viewer");
        stage.addClassName("tkf-viewer-stage");
        caption.addClassName("tkf-viewer-caption");
        caption.getElement().setAttribute("role", "status");
        add(stage, caption);
    }

    void show(ReviewStop stop, int number, int count) {
        stage.removeAll();
        stage.getElement().removeAttribute("data-zoomed");
        caption.removeAll();
        var title = new Span(stop.label());
        title.addClassName("tkf-strong");
        caption.add(new Span(text("verification.review.number", number, count)), title);
        var evidence = stop.evidence();
        if (evidence == null) {
            var nothing = new Paragraph(text("verification.review.noFile"));
            nothing.addClassName("tkf-viewer-words");
            stage.add(nothing);
            return;
        }
        caption.add(new Span(text(
                "verification.review.by",
                evidence.getUploadedBy() == null ? "" : evidence.getUploadedBy(),
                Formats.day(evidence.getRecordedAt()))));
        if (evidence.getNote() != null && !evidence.getNote().isBlank()) {
            caption.add(new Span(evidence.getNote()));
        }
        var file = evidence.getFile();
        if (file == null || file.getUrl() == null) {
            var gone = new Paragraph(text("verification.review.fileGone"));
            gone.addClassName("tkf-viewer-words");
            stage.add(gone);
        } else if (file.getMediaType() == MediaType.PDF) {
            stage.add(document(evidence, file));
        } else {
            stage.add(picture(stop, file));
        }
    }

    private NativeButton picture(ReviewStop stop, StoredFile file) {
        var button = new NativeButton("", click -> zoom());
        button.addClassName("tkf-viewer-picture");
        button.getElement().setAttribute("aria-label", text("verification.review.zoom", stop.label()));
        if (file.getThumbnailUrl() != null) {
            // it is there already, and tells what it is until all of the picture has come
            button.getStyle().set("background-image", "url('" + file.getThumbnailUrl() + "')");
        }
        button.add(new Image(file.getUrl(), ""));
        return button;
    }

    private static Div document(Evidence evidence, StoredFile file) {
        var card = new Div();
        card.addClassName("tkf-viewer-document");
        if (file.getThumbnailUrl() != null) {
            card.add(new Image(file.getThumbnailUrl(), text("verification.review.firstPage")));
        } else {
            card.add(new Paragraph(text("verification.review.noPreview")));
        }
        card.add(open(evidence, file));
        return card;
    }

    private static Anchor open(Evidence evidence, StoredFile file) {
        var pages = file.getPages() == null ? 1 : file.getPages();
        var link = Links.button(Links.out(
                "/evidence-file?of=" + Links.encode(evidence.getId()), text("verification.review.open", pages)));
        link.setTarget("_blank");
        link.getElement().setAttribute("rel", "noopener");
        return link;
    }

    /** Enlarges a picture, or makes it fit again. */
    void zoom() {
        var zoomed = !stage.getElement().hasAttribute("data-zoomed");
        stage.getElement().setAttribute("data-zoomed", zoomed);
    }
}
