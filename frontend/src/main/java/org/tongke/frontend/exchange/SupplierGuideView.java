package org.tongke.frontend.exchange;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.IntStream;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.component.Programs;
import org.tongke.frontend.component.Programs.Program;

/** 接入说明: from a supplier's token to its first lesson. The programs are the files that are tested. */
@Route("developers/suppliers")
@PermitAll
public final class SupplierGuideView extends Page {
    private static final int STEPS = 4;
    private static final int RULES = 8;
    private static final List<Program> PROGRAMS = List.of(
            new Program("curl", "first-lesson.sh", "bash first-lesson.sh"),
            new Program("Java", "FirstLesson.java", "java FirstLesson.java"),
            new Program("JavaScript", "first-lesson.mjs", "node first-lesson.mjs"),
            new Program("Python", "first_lesson.py", "python3 first_lesson.py"));

    public SupplierGuideView() {
        title(text("exchange.guide.title"));
        line(text("exchange.guide.line"));
        var steps = new OrderedList();
        IntStream.rangeClosed(1, STEPS)
                .mapToObj(step -> new ListItem(text("exchange.guide.step." + step)))
                .forEach(steps::add);
        var rules = new UnorderedList();
        IntStream.rangeClosed(1, RULES)
                .mapToObj(rule -> new ListItem(text("exchange.guide.rule." + rule)))
                .forEach(rules::add);
        var programs = new Programs(text("exchange.guide.program"), "suppliers", PROGRAMS);
        add(card("exchange.guide.steps", steps), programs, card("exchange.guide.rules", rules), ways());
    }

    private static Section card(String heading, Component content) {
        var card = new Section(new H2(text(heading)), content);
        card.addClassName("tkf-card");
        return card;
    }

    private static Section ways() {
        var list = new UnorderedList(
                new ListItem(Links.to("/exchange", text("exchange.guide.health"))),
                new ListItem(Links.out("/schema.graphqls", text("exchange.guide.schema"))));
        list.addClassName("tkf-plain-list");
        return card("exchange.guide.next", list);
    }
}
