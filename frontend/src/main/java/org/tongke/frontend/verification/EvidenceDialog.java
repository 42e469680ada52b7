package org.tongke.frontend.verification;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.contract.types.Evidence;
import org.tongke.frontend.contract.types.EvidenceChange;
import org.tongke.frontend.contract.types.EvidenceFieldChange;
import org.tongke.frontend.contract.types.EvidenceState;
import org.tongke.frontend.contract.types.ProgressFact;

/** One file as large as the screen allows: what it is said to prove, what became of it, and the ways to change that. */
final class EvidenceDialog extends Dialog {
    private static final int LONGEST = 500;

    private final Proofs proofs;
    private final Evidence evidence;
    private final Runnable changed;

    /**
     * @param lessons lessons that the file might show
     * @param changed called when something was done
     */
    EvidenceDialog(Proofs proofs, Evidence evidence, List<ProgressFact> lessons, Runnable changed) {
        this.proofs = proofs;
        this.evidence = evidence;
        this.changed = changed;
        setHeaderTitle(evidence.getFileName());
        setWidth("min(60rem, calc(100vw - 1rem))");
        var body = new Div(shown(), facts());
        body.addClassNames("tkf-page", "tkf-evidence");
        if (evidence.getViewerCanChange()) {
            if (!lessons.isEmpty() && evidence.getCounty() == null) {
                body.add(hanging(lessons));
            }
            body.add(withdrawal());
        }
        body.add(history());
        add(body);
        getFooter().add(acts());
    }

    private Component shown() {
        var file = evidence.getFile();
        if (file == null) {
            return new Paragraph(text("verification.evidence.gone"));
        }
        if (file.getPages() == null && file.getUrl() != null) {
            var picture = new Image(file.getUrl(), evidence.getFileName());
            picture.addClassName("tkf-evidence-picture");
            return picture;
        }
        var pages =
                new Div(new Paragraph(text("verification.document", file.getPages() == null ? 1 : file.getPages())));
        if (file.getThumbnailUrl() != null) {
            pages.add(new Image(file.getThumbnailUrl(), evidence.getFileName()));
        }
        return pages;
    }

    private DescriptionList facts() {
        var list = new DescriptionList();
        list.addClassName("tkf-evidence-facts");
        fact(list, "verification.evidence.state", EvidenceStrip.state(evidence.getState()));
        fact(list, "verification.evidence.reason", evidence.getWithdrawnFor());
        fact(list, "verification.evidence.criterion", evidence.getCriterion());
        fact(
                list,
                "verification.evidence.activity",
                evidence.getActivity() == null ? null : evidence.getActivity().getTitle());
        fact(list, "verification.evidence.note", evidence.getNote());
        fact(
                list,
                "verification.evidence.county",
                evidence.getCounty() == null ? null : evidence.getCounty().getName());
        var who = evidence.getUploadedBy() == null ? "" : evidence.getUploadedBy() + " ";
        fact(
                list,
                "verification.evidence.uploaded",
                who + Formats.day(evidence.getRecordedAt()) + " " + Formats.time(evidence.getRecordedAt()));
        return list;
    }

    private static void fact(DescriptionList list, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            list.add(new Div(new DescriptionList.Term(text(key)), new DescriptionList.Description(value)));
        }
    }

    private NativeDetails hanging(List<ProgressFact> lessons) {
        var choice = new ComboBox<ProgressFact>(text("verification.hang.lesson"));
        choice.setItems(lessons);
        choice.setItemLabelGenerator(ProgressFact::getLabel);
        choice.setWidthFull();
        var save = new Button(text("verification.hang.save"));
        save.addThemeName("primary");
        Taps.act(save, () -> {
            var lesson = choice.getValue();
            if (lesson == null) {
                say(choice, text("verification.hang.choose"));
                return;
            }
            try {
                proofs.hang(evidence, lesson.getId());
                done(text("verification.hang.done", lesson.getLabel()));
            } catch (RefusedException refused) {
                say(choice, refused.words());
            }
        });
        return details("verification.hang", new Div(choice, save));
    }

    private static void say(ComboBox<?> choice, String words) {
        choice.setErrorMessage(words);
        choice.setInvalid(true);
        choice.focus();
    }

    private NativeDetails withdrawal() {
        var reason = new TextArea(text("verification.withdraw.reason"));
        reason.setMaxLength(LONGEST);
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        var yes = new Button(text("verification.withdraw.yes"));
        yes.addThemeNames("primary", "error");
        Taps.act(yes, () -> {
            try {
                var withdrawn = proofs.withdraw(evidence, reason.getValue());
                close();
                changed.run();
                Toast.undo(text("verification.withdraw.done", evidence.getFileName()), () -> {
                    proofs.restore(withdrawn);
                    changed.run();
                });
            } catch (RefusedException refused) {
                reason.setErrorMessage(refused.words());
                reason.setInvalid(true);
                reason.focus();
            }
        });
        return details(
                "verification.withdraw", new Div(new Paragraph(text("verification.withdraw.means")), reason, yes));
    }

    private static NativeDetails details(String key, Div content) {
        content.addClassName("tkf-stack");
        return new NativeDetails(text(key), content);
    }

    private NativeDetails history() {
        var list = new UnorderedList();
        list.addClassName("tkf-lines");
        List<EvidenceChange> changes = evidence.getHistory() == null ? List.of() : evidence.getHistory();
        changes.stream()
                .flatMap(change -> change.getFields().isEmpty()
                        ? java.util.stream.Stream.of(line(change, text("verification.history.uploaded")))
                        : change.getFields().stream().map(field -> line(change, words(field))))
                .forEach(list::add);
        var details = new NativeDetails(text("verification.history"), list);
        details.setVisible(!changes.isEmpty());
        return details;
    }

    private static ListItem line(EvidenceChange change, String words) {
        return new ListItem(text(
                "verification.history.line",
                Formats.day(change.getRecordedAt()) + " " + Formats.time(change.getRecordedAt()),
                change.getBy(),
                words));
    }

    private static String words(EvidenceFieldChange field) {
        var none = text("verification.none");
        return text(
                "verification.history.field",
                field.getName(),
                field.getBefore() == null ? none : field.getBefore(),
                field.getAfter() == null ? none : field.getAfter());
    }

    private Component acts() {
        var row = new Row();
        row.add(new Button(text("verification.close"), click -> close()));
        if (evidence.getFile() != null) {
            var original =
                    Links.out("/evidence-file?of=" + Links.encode(evidence.getId()), text("verification.original"));
            original.setTarget("_blank");
            original.getElement().setAttribute("rel", "noopener");
            row.add(original);
        }
        if (evidence.getViewerCanChange()) {
            row.add(Links.button(Links.out(replaceAddress(), text("verification.replace"))));
        }
        if (evidence.getViewerCanRestore() && evidence.getState() == EvidenceState.WITHDRAWN) {
            var restore = new Button(text("verification.restore"));
            restore.addThemeName("primary");
            Taps.act(restore, () -> {
                proofs.restore(evidence);
                done(text("verification.restore.done", evidence.getFileName()));
            });
            row.add(restore);
        }
        return row;
    }

    private String replaceAddress() {
        var address = "/m/upload?criterion=" + Links.encode(evidence.getCriterion()) + "&replaces="
                + Links.encode(evidence.getId());
        if (evidence.getCounty() != null) {
            address += "&county=" + Links.encode(evidence.getCounty().getId());
        }
        if (evidence.getCommunity() != null) {
            address += "&community=" + Links.encode(evidence.getCommunity().getId());
        }
        return evidence.getActivity() == null
                ? address
                : address + "&activity=" + Links.encode(evidence.getActivity().getId());
    }

    private void done(String words) {
        close();
        changed.run();
        Toast.show(words);
    }
}
