package org.tongke.frontend.timetable.correction;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.FormProblems;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.contract.types.Activity;
import org.tongke.frontend.contract.types.ActivitySchool;
import org.tongke.frontend.contract.types.ActivityState;
import org.tongke.frontend.contract.types.Correction;

/** One correction: of which lesson, what is wrong, and what was done. Whoever sees to it says so in place. */
final class CorrectionItem extends ListItem {
    private static final int LONGEST = 500;

    /** @param done called when it was seen to */
    CorrectionItem(Correction correction, Corrections corrections, Runnable done) {
        addClassName("tkf-card");
        add(new H2(title(correction)), wrong(correction), stood(correction));
        var lesson = correction.getActivity();
        if (lesson != null) {
            stands(correction, lesson).ifPresent(this::add);
            add(soft(where(lesson)));
        }
        add(soft(Formats.joined(correction.getReportedBy(), moment(correction))));
        var settlement = correction.getSettlement();
        if (settlement != null) {
            add(new Paragraph(text(
                    "timetable.correction.settled",
                    settlement.getBy(),
                    Formats.day(settlement.getAt()),
                    settlement.getNote())));
        }
        if (correction.getViewerCanSettle()) {
            if (lesson != null && lesson.getViewerCanEdit()) {
                add(new Row(Links.button(Links.out(
                        "/m/enter?edit=" + Links.encode(lesson.getId()), text("timetable.correction.edit")))));
            }
            add(settle(correction, corrections, done));
        }
    }

    private static Component title(Correction correction) {
        return correction.getActivity() == null
                ? new Span(correction.getTitle())
                : Links.to(
                        "/find?lesson=" + Links.encode(correction.getActivity().getId()), correction.getTitle());
    }

    private static Component wrong(Correction correction) {
        return new Paragraph(
                correction.getText() == null
                        ? correction.getKindWords()
                        : text("timetable.correction.wrong", correction.getKindWords(), correction.getText()));
    }

    private static Paragraph stood(Correction correction) {
        return soft(text(
                "timetable.correction.stood",
                Formats.day(correction.getStartsAt()),
                Formats.time(correction.getStartsAt())));
    }

    /** How it stands now, where that is otherwise. */
    private static Optional<Component> stands(Correction correction, Activity lesson) {
        if (lesson.getState() == ActivityState.CANCELLED) {
            return Optional.of(soft(text("timetable.correction.cancelled")));
        }
        return lesson.getStartsAt().isEqual(correction.getStartsAt())
                ? Optional.empty()
                : Optional.of(soft(
                        text("timetable.correction.stands", Formats.span(lesson.getStartsAt(), lesson.getEndsAt()))));
    }

    private static String where(Activity lesson) {
        var schools = lesson.getSchools().stream()
                .map(ActivitySchool::getName)
                .collect(Collectors.joining(text("timetable.schools.and")));
        return Formats.joined(schools, lesson.getSupplierName());
    }

    private static String moment(Correction correction) {
        return Formats.day(correction.getReportedAt()) + " " + Formats.time(correction.getReportedAt());
    }

    private static NativeDetails settle(Correction correction, Corrections corrections, Runnable done) {
        var wrong = new FormProblems();
        var note = wrong.field("note", new TextArea(text("timetable.correction.note")));
        note.setMaxLength(LONGEST);
        note.setWidthFull();
        note.setRequiredIndicatorVisible(true);
        var yes = new Button(text("timetable.correction.settle.yes"));
        yes.addThemeName("primary");
        Taps.act(yes, () -> {
            wrong.clear();
            try {
                corrections.settle(correction, note.getValue());
                Toast.show(text("timetable.correction.settle.done"));
                done.run();
            } catch (RefusedException refused) {
                wrong.say(refused);
            }
        });
        var form = new Div(note, wrong, yes);
        form.addClassName("tkf-stack");
        return new NativeDetails(text("timetable.correction.settle"), form);
    }

    private static Paragraph soft(String words) {
        var line = new Paragraph(words);
        line.addClassName("tkf-soft");
        return line;
    }
}
