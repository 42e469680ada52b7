package org.tongke.frontend.timetable.find;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import java.time.OffsetDateTime;
import java.util.stream.Collectors;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Language;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.contract.types.Activity;
import org.tongke.frontend.contract.types.ActivitySchool;
import org.tongke.frontend.contract.types.ActivityState;

/** To pass a lesson on, and to have it in one's own calendar as long as it is still to come. */
final class LessonTake extends Div {

    /** @param asOf when the facts were so */
    LessonTake(Activity lesson, OffsetDateTime asOf) {
        addClassName("tkf-row");
        add(new Share(lesson));
        if (lesson.getState() != ActivityState.CANCELLED && lesson.getEndsAt().isAfter(asOf)) {
            var calendar = Links.out(
                    "/exports/activities/" + Links.encode(lesson.getId()) + ".ics?lang="
                            + Language.current().tag(),
                    text("find.sheet.calendar"));
            calendar.addClassName("tk-button");
            calendar.getElement().setAttribute("download", true);
            add(calendar);
        }
    }

    @Tag("tk-share")
    @JsModule("context://tk/share.js")
    private static final class Share extends Component {
        Share(Activity lesson) {
            var schools = lesson.getSchools().stream()
                    .map(ActivitySchool::getName)
                    .collect(Collectors.joining(text("timetable.schools.and")));
            getElement().setAttribute("data-path", "/find?lesson=" + Links.encode(lesson.getId()));
            getElement()
                    .setAttribute(
                            "data-words",
                            String.join(
                                    " ",
                                    Formats.day(lesson.getStartsAt()),
                                    LessonWords.times(lesson),
                                    lesson.getTitle(),
                                    schools));
        }
    }
}
