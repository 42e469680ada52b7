package org.tongke.frontend.resource;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Notice;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.contract.types.Resource;
import org.tongke.frontend.contract.types.ResourceState;
import org.tongke.frontend.contract.types.Role;
import org.tongke.frontend.push.RecommendCard;
import org.tongke.frontend.push.Recommendations;

/** One resource: what it looks like, the way to it, what it is, where it was used, and what the person may do with it. */
@Route("resources/:resource")
@RolesAllowed({
    "TEACHER",
    "CLERK",
    "COUNTY_OFFICER",
    "CITY_OFFICER",
    "PROVINCE_OFFICER",
    "RESOURCE_CENTRE",
    "ADMINISTRATOR"
})
public final class ResourceView extends Page implements BeforeEnterObserver {
    private final Resources resources;
    private final Sharing sharing;
    private final UsedLessons lessons;
    private final Recommendations recommendations;
    private String id = "";

    public ResourceView(Resources resources, Sharing sharing, UsedLessons lessons, Recommendations recommendations) {
        this.resources = resources;
        this.sharing = sharing;
        this.lessons = lessons;
        this.recommendations = recommendations;
        var way = new Nav(Links.to("/" + ResourceListView.PATH, text("resource.back")));
        way.addClassName("tkf-crumbs");
        above(way);
    }

    /** Address of the page of a resource. */
    static String path(String resourceId) {
        return "/" + ResourceListView.PATH + "/" + Links.encode(resourceId);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("resource").map(Links::decode).orElse("");
        show();
    }

    private void show() {
        var resource = resources.find(id).orElseThrow(NotFoundException::new);
        clear();
        title(resource.getTitle());
        line(Formats.joined(
                ResourceWords.sharer(resource), resource.getSharedBy(), Formats.day(resource.getSharedAt())));
        if (resource.getState() == ResourceState.WITHDRAWN) {
            add(stub(resource));
            return;
        }
        add(new ResourcePreview(resource), acts(resource), new ResourceFacts(resource));
        RecommendCard.of(recommendations, resource, this::done).ifPresent(this::add);
        if (!resource.getUsedIn().isEmpty()) {
            add(new UsedInCard(resource, this::untie));
        }
        if (resource.getVersions().size() > 1) {
            add(new VersionsCard(resource));
        }
    }

    private static Notice stub(Resource resource) {
        var withdrawal = resource.getWithdrawal();
        return new Notice(
                text("resource.withdrawn"),
                text(
                        "resource.withdrawn.why",
                        withdrawal.getBy(),
                        Formats.day(withdrawal.getAt()),
                        withdrawal.getReason()),
                Links.to("/" + ResourceListView.PATH, text("resource.back")));
    }

    private Row acts(Resource resource) {
        var acts = new Row();
        if (SignedIn.current().filter(SignedIn::hasTimetable).isPresent()) {
            acts.add(act("resource.tie", () -> new TieDialog(lessons, resource, this::show).open()));
        }
        if (mayPush(resource)) {
            acts.add(Links.button(Links.to("/pushes/new?resource=" + Links.encode(resource.getId()), text("push.it"))));
        }
        if (resource.getViewerCanEdit()) {
            acts.add(act("resource.edit", () -> new EditDialog(sharing, resource, this::done).open()));
            acts.add(act("resource.version.new", () -> new VersionDialog(sharing, resource, this::done).open()));
        }
        if (resource.getViewerCanWithdraw()) {
            acts.add(act("resource.withdraw", () -> new WithdrawDialog(sharing, resource, this::show).open()));
        }
        var reports = SignedIn.current()
                .filter(person -> !person.is(Role.ADMINISTRATOR))
                .isPresent();
        if (reports && !resource.getViewerCanEdit()) {
            acts.add(act("resource.report", () -> new ReportDialog(sharing, resource).open()));
        }
        return acts;
    }

    /** A centre pushes what is of a centre, and what it accepted. */
    private static boolean mayPush(Resource resource) {
        return SignedIn.current()
                        .filter(person -> person.is(Role.RESOURCE_CENTRE))
                        .isPresent()
                && (resource.getCentre() != null || RecommendCard.isAccepted(resource));
    }

    private static Component act(String words, Runnable open) {
        var button = new Button(text(words));
        Taps.act(button, open);
        return button;
    }

    private void done(String words) {
        Toast.show(words);
        show();
    }

    private void untie(String lessonId) {
        lessons.untie(id, lessonId);
        show();
        Toast.undo(text("resource.untie.done"), () -> {
            lessons.tie(id, lessonId);
            show();
        });
    }
}
