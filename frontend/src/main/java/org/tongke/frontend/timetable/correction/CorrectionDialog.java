package org.tongke.frontend.timetable.correction;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.Choice;
import org.tongke.frontend.component.FormProblems;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.contract.types.Activity;
import org.tongke.frontend.contract.types.CorrectionKind;

/** Says that something is wrong with a lesson, and who is told. */
public final class CorrectionDialog extends Dialog {
    private static final int LONGEST = 500;

    private final FormProblems problems = new FormProblems();
    private final TextArea words = new TextArea(text("timetable.correct.words"));
    /** The same for each attempt at the same words. */
    private UUID id = UUID.randomUUID();

    private @Nullable CorrectionKind kind;

    public CorrectionDialog(Corrections corrections, Activity lesson) {
        setHeaderTitle(text("timetable.correct"));
        setWidth("min(34rem, calc(100vw - 2rem))");
        var choice = new Choice(text("timetable.correct.kind"));
        for (var one : CorrectionKind.values()) {
            choice.value(one, text("timetable.correct.kind." + one), null, false, this::choose);
        }
        problems.field("text", words).setMaxLength(LONGEST);
        words.setWidthFull();
        words.addValueChangeListener(change -> id = UUID.randomUUID());
        var body = new Div(
                new Paragraph(lesson.getTitle()),
                choice,
                words,
                new Paragraph(text("timetable.correct.told")),
                problems);
        body.addClassNames("tkf-page", "tkf-stack");
        add(body);
        var yes = new Button(text("timetable.correct.send"));
        yes.addThemeName("primary");
        Taps.act(yes, () -> send(corrections, lesson));
        getFooter().add(new Button(text("timetable.correct.cancel"), click -> close()), yes);
    }

    private void send(Corrections corrections, Activity lesson) {
        problems.clear();
        if (kind == null) {
            problems.say(text("timetable.correct.kind.missing"));
            return;
        }
        try {
            corrections.ask(id, lesson.getId(), kind, words.getValue());
            close();
            Toast.show(text("timetable.correct.done"));
        } catch (RefusedException refused) {
            problems.say(refused);
        }
    }

    /** What is said otherwise is another correction. */
    private void choose(CorrectionKind chosen) {
        kind = chosen;
        id = UUID.randomUUID();
    }
}
