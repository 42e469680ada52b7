package org.tongke.frontend.resource;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.contract.types.Activity;
import org.tongke.frontend.contract.types.ActivitySchool;
import org.tongke.frontend.contract.types.Resource;
import org.tongke.frontend.contract.types.ResourceTie;

/** Lessons that use a resource, those first that it was put to last. Whoever's school takes part can take it from them. */
final class UsedInCard extends Section {
    /** @param untie called with the id of the lesson that it is to be taken from */
    UsedInCard(Resource resource, Consumer<String> untie) {
        addClassName("tkf-card");
        var list = new UnorderedList();
        list.addClassName("tkf-lines");
        resource.getUsedIn().forEach(tie -> list.add(item(tie, untie)));
        add(new H2(text("resource.usedIn", resource.getLessonCount())), list);
    }

    private static ListItem item(ResourceTie tie, Consumer<String> untie) {
        var lesson = tie.getActivity();
        var words = new Div(
                Links.to("/find?lesson=" + Links.encode(lesson.getId()), lesson.getTitle()),
                new Span(Formats.span(lesson.getStartsAt(), lesson.getEndsAt())),
                soft(schools(lesson)));
        words.addClassName("tkf-line-name");
        var item = new ListItem(words);
        if (SignedIn.current().filter(person -> person.takesPartIn(lesson)).isPresent()) {
            var take = new Button(text("resource.untie"));
            take.setAriaLabel(text("resource.untie.of", lesson.getTitle()));
            Taps.act(take, () -> untie.accept(lesson.getId()));
            item.add(take);
        }
        return item;
    }

    private static String schools(Activity lesson) {
        return lesson.getSchools().stream()
                .map(ActivitySchool::getName)
                .collect(Collectors.joining(text("resource.and")));
    }

    private static Span soft(String words) {
        var line = new Span(words);
        line.addClassName("tkf-soft");
        return line;
    }
}
