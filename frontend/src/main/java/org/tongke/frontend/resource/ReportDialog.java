package org.tongke.frontend.resource;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.UUID;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.Choice;
import org.tongke.frontend.component.FormProblems;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.contract.types.ProblemKind;
import org.tongke.frontend.contract.types.Resource;

/** Says that something is wrong with a resource, and who sees to it. */
final class ReportDialog extends Dialog {
    private static final int LONGEST = 500;

    private final FormProblems problems = new FormProblems();
    private final TextArea words = new TextArea(text("resource.report.words"));
    private UUID id = UUID.randomUUID();
    private ProblemKind kind = ProblemKind.MISTAKE;

    ReportDialog(Sharing sharing, Resource resource) {
        setHeaderTitle(text("resource.report"));
        setWidth("min(34rem, calc(100vw - 2rem))");
        var choice = new Choice(text("resource.report.kind"));
        for (var one : ProblemKind.values()) {
            choice.value(one, ResourceWords.problem(one), null, one == kind, this::choose);
        }
        problems.field("text", words).setMaxLength(LONGEST);
        words.setWidthFull();
        words.addValueChangeListener(change -> id = UUID.randomUUID());
        var body = new Div(new Paragraph(text("resource.report.means")), choice, words, problems);
        body.addClassNames("tkf-page", "tkf-stack");
        add(body);
        var yes = new Button(text("resource.report.yes"));
        yes.addThemeName("primary");
        Taps.act(yes, () -> {
            try {
                sharing.report(id, resource, kind, words.getValue());
                close();
                Toast.show(text("resource.report.done"));
            } catch (RefusedException refused) {
                problems.say(refused);
            }
        });
        getFooter().add(new Button(text("resource.cancel"), click -> close()), yes);
    }

    /** What is said otherwise is another problem. */
    private void choose(ProblemKind chosen) {
        kind = chosen;
        id = UUID.randomUUID();
    }
}
