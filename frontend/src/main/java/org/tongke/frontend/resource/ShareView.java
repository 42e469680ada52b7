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

/** 分享材料: a file or a link, what it is, and with whom. With a lesson in the address it is put there, too. */
@Route(ShareView.PATH)
@RolesAllowed({"TEACHER", "CLERK", "RESOURCE_CENTRE"})
public final class ShareView extends Page implements BeforeEnterObserver {
    static final String PATH = "resources/share";
    private static final String LESSON = "lesson";

    private final Sharing sharing;
    private final UsedLessons lessons;

    /** All that is said, as it is compared with what was asked for before. */
    private record Said(
            Sharer sharer, ResourceFactsInput facts, ResourceGroupsInput groups, ResourceContentInput content) {}

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
        var sharers = SignedIn.current().map(Sharer::of).orElse(List.of());
        if (sharers.isEmpty()) {
            add(new Notice(text("resource.share.noSchool"), text("resource.share.noSchool.why")));
            return;
        }
        var lesson = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(LESSON)
                .flatMap(lessons::find);
        if (sharers.stream().allMatch(Sharer::isCentre)) {
            line(text("resource.share.line.centre"));
        }
        add(form(sharers, lesson));
    }

    private Div form(List<Sharer> sharers, Optional<Activity> lesson) {
        var problems = new FormProblems();
        var choices = sharing.choices();
        var facts = new FactsForm(choices, problems);
        var content = new ContentForm(problems, name -> facts.suggestTitle(name.replaceFirst("\\.[^.]+$", "")));
        lesson.ifPresent(one -> facts.suggest(one.getSubject(), one.getGrade()));
        var sharer = sharer(sharers, choices, facts);
        var share = new Button(text("resource.share.now"));
        share.addThemeName("primary");
        var steps = new ShareSteps(sharing, content.file(), problems, share, id -> done(id, lesson));
        share.addClickListener(click -> content.content()
                .ifPresentOrElse(
                        given -> steps.go(
                                new Said(sharer.getValue(), facts.facts(), facts.groups(), given),
                                (id, said) ->
                                        sharing.share(id, said.sharer(), said.facts(), said.groups(), said.content())),
                        () -> problems.say(text("resource.content.needed"))));
        var form = new Div();
        form.addClassNames("tkf-stack", "tkf-share");
        lesson.ifPresent(one -> form.add(forLesson(one)));
        form.add(card("resource.share.what", content), card("resource.share.about", facts));
        if (sharers.size() > 1) {
            form.addComponentAsFirst(sharer);
        }
        form.add(problems, share);
        return form;
    }

    private static Select<Sharer> sharer(List<Sharer> sharers, Sharing.Choices choices, FactsForm facts) {
        var sharer = new Select<Sharer>();
        sharer.setLabel(text("resource.share.school"));
        sharer.setItems(sharers);
        sharer.setItemLabelGenerator(Sharer::name);
        sharer.addValueChangeListener(change ->
                change.getValue().school().ifPresentOrElse(school -> facts.offer(choices.of(school)), facts::ofCentre));
        sharer.setValue(sharers.getFirst());
        return sharer;
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
