package org.tongke.frontend.timetable.find;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import java.time.OffsetDateTime;
import java.util.function.Consumer;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.contract.types.Activity;
import org.tongke.frontend.timetable.Following;
import org.tongke.frontend.timetable.correction.CorrectionDialog;
import org.tongke.frontend.timetable.correction.Corrections;

/** The sheet of a lesson: what it is, the way into one's own timetable, to colleagues and into a calendar, what of it can be followed. */
final class LessonSheet extends Dialog {

    /**
     * @param asOf when the facts were so
     * @param mine called with whether the lesson stands in one's own timetable, when that changed
     */
    LessonSheet(
            Activity lesson,
            OffsetDateTime asOf,
            Lessons lessons,
            Following following,
            Corrections corrections,
            Consumer<Boolean> mine) {
        addClassName("tkf-sheet");
        setHeaderTitle(lesson.getTitle());
        var close = new Button("✕", click -> close());
        close.setAriaLabel(text("find.sheet.close"));
        close.addThemeNames("tertiary");
        getHeader().add(close);
        var body = new Div();
        body.addClassNames("tkf-page", "tkf-sheet-body");
        if (lesson.getStanding() != null) {
            body.add(new LessonActs(lesson, lesson.getStanding(), lessons, mine));
        }
        body.add(new LessonFacts(lesson, asOf), new LessonTake(lesson, asOf));
        if (lesson.getStanding() != null && !lesson.getChannels().isEmpty()) {
            body.add(follow(lesson, following));
        }
        if (LessonHistory.isOf(lesson)) {
            body.add(new LessonHistory(lesson));
        }
        if (SignedIn.current().filter(Corrections::mayAsk).isPresent()) {
            body.add(new Row(
                    new Button(text("timetable.correct"), click -> new CorrectionDialog(corrections, lesson).open())));
        }
        add(body);
        setWidth("min(40rem, calc(100vw - 1rem))");
    }

    /** What following each brings is asked for when somebody wants to know. */
    private static NativeDetails follow(Activity lesson, Following following) {
        var details = new NativeDetails(text("find.sheet.follow"));
        details.addToggleListener(toggle -> {
            if (toggle.isOpened() && details.getContent() == null) {
                details.setContent(new LessonFollows(lesson.getChannels(), following));
            }
        });
        return details;
    }
}
