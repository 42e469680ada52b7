package org.tongke.frontend.developer;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.component.Programs;
import org.tongke.frontend.component.Programs.Program;
import org.tongke.frontend.contract.types.ApiGuide;

/** 开发者: from nothing to the first answer in two minutes, and on from there. */
@Route("developers")
@AnonymousAllowed
public final class DevelopersView extends Page {
    private static final List<Program> PROGRAMS = List.of(
            new Program("curl", "week.sh", "bash week.sh"),
            new Program("Java", "Week.java", "java Week.java"),
            new Program("JavaScript", "week.mjs", "node week.mjs"),
            new Program("Python", "week.py", "python3 week.py"));

    public DevelopersView(ApiGuides guides) {
        var guide = guides.get();
        above(new DeveloperWays(null));
        title(text("developer.title"));
        line(text("developer.line"));
        add(
                new FirstAnswer(guide.getSandbox()),
                new Programs(text("developer.step.programs"), "developers", PROGRAMS)
                        .saying(new Paragraph(text("developer.step.programs.why"))),
                onward(guide));
    }

    private static Section onward(ApiGuide guide) {
        var list = new UnorderedList();
        list.addClassName("tkf-lines");
        if (guide.getExplorable()) {
            list.add(way("/graphiql", "developer.graphiql"));
        }
        list.add(
                way(ReferenceView.PATH, "developer.reference"),
                way("/schema.graphqls", "developer.schema"),
                way(CodesView.PATH, "developer.codes"),
                way(ChangesView.PATH, "developer.changes"),
                way("/developers/suppliers", "developer.suppliers"));
        var card = new Section(new H2(text("developer.onward")), list);
        card.addClassName("tkf-card");
        return card;
    }

    private static ListItem way(String path, String key) {
        var link = path.startsWith("/developers") ? Links.to(path, text(key)) : Links.out(path, text(key));
        var why = new Span(text(key + ".why"));
        why.addClassName("tkf-soft");
        return new ListItem(link, why);
    }
}
