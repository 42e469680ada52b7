package org.tongke.frontend.resource;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.stream.Collectors;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.FormProblems;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.component.Today;
import org.tongke.frontend.contract.types.Activity;
import org.tongke.frontend.contract.types.Resource;

/** Puts a resource to one of one's own lessons of this week or the next one, by one tap. */
final class TieDialog extends Dialog {
    private final UsedLessons lessons;
    private final Resource resource;
    private final Runnable done;
    private final FormProblems problems = new FormProblems();

    TieDialog(UsedLessons lessons, Resource resource, Runnable done) {
        this.lessons = lessons;
        this.resource = resource;
        this.done = done;
        setHeaderTitle(text("resource.tie"));
        setWidth("min(34rem, calc(100vw - 2rem))");
        var used = resource.getUsedIn().stream()
                .map(tie -> tie.getActivity().getId())
                .collect(Collectors.toSet());
        var mine = lessons.listMine(Today.on()).stream()
                .filter(lesson -> SignedIn.current()
                        .filter(person -> person.takesPartIn(lesson))
                        .isPresent())
                .filter(lesson -> !used.contains(lesson.getId()))
                .toList();
        var body = new Div(new Paragraph(text(mine.isEmpty() ? "resource.tie.none" : "resource.tie.means")), problems);
        body.addClassNames("tkf-page", "tkf-stack");
        var list = new UnorderedList();
        list.addClassName("tkf-lines");
        mine.forEach(lesson -> list.add(item(lesson)));
        body.add(list);
        add(body);
        getFooter().add(new Button(text("resource.cancel"), click -> close()));
    }

    private ListItem item(Activity lesson) {
        var title = new Span(lesson.getTitle());
        title.addClassName("tkf-strong");
        var words = new Div(title, new Span(Formats.span(lesson.getStartsAt(), lesson.getEndsAt())));
        words.addClassName("tkf-line-name");
        var use = new Button(text("resource.tie.this"));
        use.setAriaLabel(text("resource.tie.of", lesson.getTitle(), Formats.day(lesson.getStartsAt())));
        Taps.act(use, () -> tie(lesson));
        return new ListItem(words, use);
    }

    private void tie(Activity lesson) {
        try {
            lessons.tie(resource.getId(), lesson.getId());
            close();
            done.run();
            Toast.undo(text("resource.tie.done", lesson.getTitle()), () -> {
                lessons.untie(resource.getId(), lesson.getId());
                done.run();
            });
        } catch (RefusedException refused) {
            problems.say(refused);
        }
    }
}
