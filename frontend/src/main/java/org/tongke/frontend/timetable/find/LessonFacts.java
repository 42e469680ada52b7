package org.tongke.frontend.timetable.find;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.contract.types.Activity;
import org.tongke.frontend.contract.types.ActivitySchool;
import org.tongke.frontend.contract.types.ActivityState;
import org.tongke.frontend.contract.types.ActivityTeacher;
import org.tongke.frontend.contract.types.Evidence;

/** What a lesson is, as a list of facts; what is not for the person's eyes is not there. */
final class LessonFacts extends Div {
    private final DescriptionList facts = new DescriptionList();

    /** @param asOf when it was so */
    LessonFacts(Activity lesson, OffsetDateTime asOf) {
        addClassName("tkf-stack");
        facts.addClassName("tkf-lesson-facts");
        facts.getElement().setAttribute("data-subject", LessonWords.subjectCode(lesson));
        when(lesson);
        fact("what", line(what(lesson)));
        fact("schools", lesson.getSchools().stream().map(LessonFacts::school).toArray(Component[]::new));
        fact("teachers", lesson.getTeachers().stream().map(LessonFacts::teacher).toArray(Component[]::new));
        var community = lesson.getCommunity();
        fact("community", Links.to("/communities/" + Links.encode(community.getId()), community.getName()));
        if (lesson.getSeries() != null) {
            fact("series", line(lesson.getSeries().getName()));
        }
        addresses(lesson);
        lesson.getAttributes().forEach(attribute -> add(attribute.getLabel(), line(attribute.getValue())));
        if (lesson.getAttendance() != null) {
            fact(
                    "attendance",
                    line(text("find.sheet.attended", lesson.getAttendance().getAttended())));
        }
        if (lesson.getEvidence() != null) {
            fact("evidence", evidence(lesson.getEvidence()).toArray(Component[]::new));
        }
        fact("supplier", line(lesson.getSupplierName()));
        var when = new Paragraph(Formats.asOf(asOf));
        when.addClassName("tkf-soft");
        add(facts, when);
    }

    private void when(Activity lesson) {
        var cancelled = lesson.getState() == ActivityState.CANCELLED;
        var time = line(Formats.span(lesson.getStartsAt(), lesson.getEndsAt()));
        time.setClassName("tkf-struck", cancelled);
        if (cancelled) {
            fact("when", time, warning(text("find.sheet.cancelled")));
        } else if (lesson.getMovedFrom() != null) {
            var before = Formats.day(lesson.getMovedFrom()) + " " + Formats.time(lesson.getMovedFrom());
            fact("when", time, warning(text("find.sheet.moved", before)));
        } else {
            fact("when", time);
        }
    }

    private void addresses(Activity lesson) {
        if (lesson.getJoinUrl() != null && lesson.getState() != ActivityState.CANCELLED) {
            fact("join", Links.button(away(lesson.getJoinUrl(), text("find.sheet.join.open"))));
        }
        if (lesson.getMaterials() != null) {
            fact(
                    "materials",
                    lesson.getMaterials().stream()
                            .map(material -> away(material.getUrl(), material.getTitle()))
                            .toArray(Component[]::new));
        }
        fact("resources", resources(lesson).toArray(Component[]::new));
        if (lesson.getRecordingUrl() != null) {
            fact("recording", away(lesson.getRecordingUrl(), text("find.sheet.recording.open")));
        }
    }

    /** What is shared for it, and for those who take part the way to share more. */
    private static List<Component> resources(Activity lesson) {
        var ways = new ArrayList<Component>();
        for (var tie : lesson.getResources()) {
            var resource = tie.getResource();
            ways.add(Links.to("/resources/" + Links.encode(resource.getId()), resource.getTitle()));
        }
        if (SignedIn.current().filter(person -> person.takesPartIn(lesson)).isPresent()) {
            ways.add(Links.to("/resources/share?lesson=" + Links.encode(lesson.getId()), text("find.sheet.share")));
        }
        return ways;
    }

    private static Stream<Component> evidence(List<Evidence> all) {
        return all.stream()
                .filter(one -> one.getFile() != null && one.getFile().getUrl() != null)
                .map(one -> {
                    var link = Links.out(one.getFile().getUrl(), one.getFileName());
                    link.setTarget("_blank");
                    return link;
                });
    }

    private void fact(String key, Component... values) {
        add(text("find.sheet." + key), values);
    }

    private void add(String name, Component... values) {
        if (values.length > 0) {
            var description = new Description();
            description.add(values);
            facts.add(new Term(name), description);
        }
    }

    private static String what(Activity lesson) {
        return Formats.joined(
                lesson.getSubject() == null ? null : lesson.getSubject().getName(),
                lesson.getGrade() == null ? null : lesson.getGrade().getName(),
                lesson.getKind().getName());
    }

    private static Div school(ActivitySchool school) {
        return line(Formats.joined(school.getName(), school.getClassName(), school.getRoom()));
    }

    private static Div teacher(ActivityTeacher teacher) {
        return line(Formats.joined(
                teacher.getName(),
                text("find.sheet.role." + teacher.getRole().name().toLowerCase(Locale.ROOT)),
                teacher.getSchoolName()));
    }

    private static Div line(String words) {
        return new Div(new Span(words));
    }

    private static Div warning(String words) {
        var warning = line(words);
        warning.addClassName("tkf-lacking");
        return warning;
    }

    /** An address of somebody else: in a tab of its own, which learns nothing of this one. */
    private static Anchor away(String url, String words) {
        var link = Links.out(url, words);
        link.setTarget("_blank");
        link.getElement().setAttribute("rel", "noopener noreferrer");
        return link;
    }
}
