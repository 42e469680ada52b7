package org.tongke.frontend.resource;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.FormProblems;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Notice;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.contract.types.Activity;
import org.tongke.frontend.contract.types.ResourceContentInput;
import org.tongke.frontend.contract.types.ResourceFactsInput;
import org.tongke.frontend.contract.types.ResourceGroupsInput;
import org.tongke.frontend.contract.types.School;

/** 分享材料: a file or a link, what it is, and with whom. With a lesson in the address it is put there, too. */
@Route(ShareView.PATH)
@RolesAllowed({"TEACHER", "CLERK"})
public final class ShareView extends Page implements BeforeEnterObserver {
    static final String PATH = "resources/share";
    private static final String LESSON = "lesson";

    private final Sharing sharing;
    private final UsedLessons lessons;

    /** All that is said, as it is compared with what was asked for before. */
    private record Said(
            String schoolId, ResourceFactsInput facts, ResourceGroupsInput groups, ResourceContentInput content) {}

    public ShareView(Sharing sharing, UsedLessons lessons) {
        this.sharing = sharing;
        this.lessons = lessons;
        title(text("resource.share"));
        line(text("resource.share.line"));
        var way = new Nav(Links.to("/" + ResourceListView.PATH, text("resource.back")));
        way.addClassName("tkf-crumbs");
        above(way);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        clear();
        var schools = SignedIn.current().map(SignedIn::schools).orElse(List.of());
        if (schools.isEmpty()) {
            add(new Notice(text("resource.share.noSchool"), text("resource.share.noSchool.why")));
            return;
        }
        var lesson = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(LESSON)
                .flatMap(lessons::find);
        add(form(schools, lesson));
    }

    private Div form(List<School> schools, Optional<Activity> lesson) {
        var problems = new FormProblems();
        var choices = sharing.choices();
        var facts = new FactsForm(choices, problems);
        var content = new ContentForm(problems, name -> facts.suggestTitle(name.replaceFirst("\\.[^.]+$", "")));
        lesson.ifPresent(one -> facts.suggest(one.getSubject(), one.getGrade()));
        var school = school(schools, choices, facts);
        var share = new Button(text("resource.share.now"));
        share.addThemeName("primary");
        var steps = new ShareSteps(sharing, content.file(), problems, share, id -> done(id, lesson));
        share.addClickListener(click -> content.content()
                .ifPresentOrElse(
                        given -> steps.go(
                                new Said(school.getValue().getId(), facts.facts(), facts.groups(), given),
                                (id, said) -> sharing.share(
                                        id, said.schoolId(), said.facts(), said.groups(), said.content())),
                        () -> problems.say(text("resource.content.needed"))));
        var form = new Div();
        form.addClassNames("tkf-stack", "tkf-share");
        lesson.ifPresent(one -> form.add(forLesson(one)));
        form.add(card("resource.share.what", content), card("resource.share.about", facts));
        if (schools.size() > 1) {
            form.addComponentAsFirst(school);
        }
        form.add(problems, share);
        return form;
    }

    private static Select<School> school(List<School> schools, Sharing.Choices choices, FactsForm facts) {
        var school = new Select<School>();
        school.setLabel(text("resource.share.school"));
        school.setItems(schools);
        school.setItemLabelGenerator(School::getName);
        school.addValueChangeListener(change -> facts.offer(choices.of(change.getValue())));
        school.setValue(schools.getFirst());
        return school;
    }

    private static Section card(String name, Div fields) {
        var card = new Section(new H2(text(name)), fields);
        card.addClassName("tkf-card");
        return card;
    }

    private static Paragraph forLesson(Activity lesson) {
        return new Paragraph(text(
                "resource.share.lesson", lesson.getTitle(), Formats.span(lesson.getStartsAt(), lesson.getEndsAt())));
    }

    private void done(String id, Optional<Activity> lesson) {
        Toast.show(lesson.map(one -> tied(id, one)).orElseGet(() -> text("resource.share.done")));
        getUI().ifPresent(ui -> ui.navigate(ResourceView.path(id).substring(1)));
    }

    /** It is shared in any case; what the lesson refuses is said. */
    private String tied(String id, Activity lesson) {
        try {
            lessons.tie(id, lesson.getId());
            return text("resource.share.done.lesson", lesson.getTitle());
        } catch (RefusedException refused) {
            return text("resource.share.done.noLesson", refused.words());
        }
    }
}
