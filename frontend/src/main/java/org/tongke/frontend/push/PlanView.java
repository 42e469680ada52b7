package org.tongke.frontend.push;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Notice;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.contract.types.Push;
import org.tongke.frontend.contract.types.Region;
import org.tongke.frontend.directory.Regions;

/** 新推送: what is given to which schools, when; or a planned push, to be said otherwise. With a resource in the address that is chosen. */
@Route(PlanView.PATH)
@RouteAlias(PushListView.PATH + "/:push/edit")
@RolesAllowed("RESOURCE_CENTRE")
public final class PlanView extends Page implements BeforeEnterObserver {
    static final String PATH = "pushes/new";
    private static final String RESOURCE = "resource";

    private final Planning planning;
    private final Pushes pushes;
    private final Regions regions;

    public PlanView(Planning planning, Pushes pushes, Regions regions) {
        this.planning = planning;
        this.pushes = pushes;
        this.regions = regions;
    }

    /** Address where a planned push is said otherwise. */
    static String path(String pushId) {
        return PushView.path(pushId) + "/edit";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var centres = SignedIn.current().map(SignedIn::centres).orElse(List.of());
        var id = event.getRouteParameters().get("push").map(Links::decode);
        if (id.isPresent()) {
            back(PushView.path(id.get()), text("push.back.one"));
            edit(pushes.find(id.get()).orElseThrow(NotFoundException::new), centres);
        } else {
            back("/" + PushListView.PATH, text("push.back"));
            var resource = event.getLocation().getQueryParameters().getSingleParameter(RESOURCE);
            create(centres, centres.stream().findFirst().orElseThrow(NotFoundException::new), resource);
        }
    }

    private void back(String path, String words) {
        var way = new Nav(Links.to(path, words));
        way.addClassName("tkf-crumbs");
        above(way);
    }

    private void create(List<Region> centres, Region centre, Optional<String> resource) {
        clear();
        title(text("push.new"));
        line(text("push.new.line"));
        if (centres.size() > 1) {
            add(choice(centres, centre, resource));
        }
        var form = new PlanForm(planning, centre, regions.list());
        resource.ifPresent(form::choose);
        // the same push, however often it is sent: what is said otherwise has another id
        form.onSend(text("push.send"), (said, again) -> done(planning.create(again, centre, said), "push.sent"));
        add(form);
    }

    private Select<Region> choice(List<Region> centres, Region centre, Optional<String> resource) {
        var choice = new Select<Region>();
        choice.setLabel(text("push.centre"));
        choice.setItems(centres);
        choice.setItemLabelGenerator(Region::getName);
        choice.setValue(centre);
        choice.addValueChangeListener(change -> create(centres, change.getValue(), resource));
        return choice;
    }

    private void edit(Push push, List<Region> centres) {
        clear();
        title(push.getTitle());
        line(text("push.edit.line"));
        var centre = centres.stream()
                .filter(one -> one.getId().equals(push.getCentre().getId()))
                .findFirst();
        if (!push.getViewerCanEdit() || centre.isEmpty()) {
            add(new Notice(
                    text("push.edit.late"),
                    text("push.edit.late.why"),
                    Links.to(PushView.path(push.getId()), text("push.back.one"))));
            return;
        }
        var form = new PlanForm(planning, centre.get(), regions.list());
        form.show(push);
        form.onSend(text("push.save"), (said, again) -> {
            planning.edit(push, said);
            done(push.getId(), "push.saved");
        });
        add(form);
    }

    private void done(String id, String words) {
        Toast.show(text(words));
        getUI().ifPresent(ui -> ui.navigate(PushView.path(id).substring(1)));
    }

    /** What is done with what is said; with an id that stays as long as nothing is said otherwise. */
    interface Send {
        void send(Planning.Said said, UUID id);
    }
}
