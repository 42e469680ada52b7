package org.tongke.frontend.resource;

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
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.FormProblems;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.contract.types.ResourceProblem;

/** One problem: with what, which, until when, and what was done. Whoever is to see to it says so in place. */
final class ProblemItem extends ListItem {
    private static final int LONGEST = 500;

    /** @param done called when it was seen to */
    ProblemItem(ResourceProblem problem, Problems problems, Runnable done) {
        addClassName("tkf-card");
        add(new H2(title(problem)), new Paragraph(ResourceWords.problem(problem.getKind())));
        if (problem.getText() != null) {
            add(new Paragraph(problem.getText()));
        }
        add(soft(Formats.joined(problem.getReportedBy(), Formats.day(problem.getReportedAt()))));
        var resolution = problem.getResolution();
        if (resolution != null) {
            add(new Paragraph(text(
                    "resource.problem.resolved",
                    resolution.getBy(),
                    Formats.day(resolution.getAt()),
                    resolution.getNote())));
        } else {
            add(due(problem));
        }
        if (problem.getViewerCanResolve()) {
            add(resolve(problem, problems, done));
        }
    }

    private static Component title(ResourceProblem problem) {
        return problem.getResource() == null
                ? new Span(problem.getTitle())
                : Links.to(ResourceView.path(problem.getResource().getId()), problem.getTitle());
    }

    private static Span due(ResourceProblem problem) {
        var key = problem.getLate() ? "resource.problem.late" : "resource.problem.due";
        var due = new Span(new Span(text(key, Formats.day(problem.getDueAt()))));
        due.addClassName("tkf-state");
        due.getElement().setAttribute("data-state", problem.getLate() ? "lacking" : "open");
        return due;
    }

    private static NativeDetails resolve(ResourceProblem problem, Problems problems, Runnable done) {
        var wrong = new FormProblems();
        var note = wrong.field("note", new TextArea(text("resource.problem.note")));
        note.setMaxLength(LONGEST);
        note.setWidthFull();
        note.setRequiredIndicatorVisible(true);
        var yes = new Button(text("resource.problem.resolve.yes"));
        yes.addThemeName("primary");
        Taps.act(yes, () -> {
            wrong.clear();
            try {
                problems.resolve(problem, note.getValue());
                Toast.show(text("resource.problem.resolve.done"));
                done.run();
            } catch (RefusedException refused) {
                wrong.say(refused);
            }
        });
        var form = new Div(note, wrong, yes);
        form.addClassName("tkf-stack");
        return new NativeDetails(text("resource.problem.resolve"), form);
    }

    private static Paragraph soft(String words) {
        var line = new Paragraph(words);
        line.addClassName("tkf-soft");
        return line;
    }
}
