package org.tongke.frontend.verification;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.contract.types.Evidence;
import org.tongke.frontend.contract.types.EvidenceState;
import org.tongke.frontend.contract.types.StoredFile;

/** Evidence as small pictures; each opens with what is known of it and what can be done to it. */
final class EvidenceStrip extends UnorderedList {
    private final Consumer<String> open;

    /** @param open called with the id of the evidence that somebody wants to look at */
    EvidenceStrip(String name, List<Evidence> evidence, Consumer<String> open) {
        this.open = open;
        addClassName("tkf-thumbs");
        getElement().setAttribute("aria-label", name);
        evidence.stream().map(this::item).forEach(this::add);
    }

    private ListItem item(Evidence evidence) {
        var button = new NativeButton();
        button.addClickListener(click -> open.accept(evidence.getId()));
        var name = name(evidence);
        var file = evidence.getFile();
        if (file == null || file.getThumbnailUrl() == null) {
            var rest = new Span(name);
            rest.addClassName("tkf-unseen");
            button.add(new Span(kind(file)), rest);
        } else {
            var picture = new Image(file.getThumbnailUrl(), name);
            picture.getElement().setAttribute("loading", "lazy");
            button.add(picture);
        }
        if (evidence.getState() != EvidenceState.CURRENT) {
            var state = new Span(state(evidence.getState()));
            state.addClassName("tkf-thumb-state");
            button.add(state);
        }
        return new ListItem(button);
    }

    static String state(EvidenceState state) {
        return switch (state) {
            case CURRENT -> text("verification.evidence.current");
            case REPLACED -> text("verification.evidence.replaced");
            case WITHDRAWN -> text("verification.evidence.withdrawn");
        };
    }

    /** What a file is of which there is no small picture. */
    private static String kind(@Nullable StoredFile file) {
        if (file == null) {
            return text("verification.document", 1);
        }
        if (file.getGone()) {
            return text("verification.gone");
        }
        return file.getPages() == null
                ? text("verification.table")
                : text("verification.document.unseen", file.getPages());
    }

    private static String name(Evidence evidence) {
        var what = evidence.getNote() != null && !evidence.getNote().isBlank()
                ? evidence.getNote()
                : evidence.getActivity() != null ? evidence.getActivity().getTitle() : text("verification.evidence");
        var who = evidence.getUploadedBy() == null ? "" : evidence.getUploadedBy();
        return text("verification.evidence.of", what, who, Formats.day(evidence.getRecordedAt()));
    }
}
