package org.tongke.frontend.push;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Notice;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.Today;
import org.tongke.frontend.contract.types.Push;
import org.tongke.frontend.contract.types.PushState;
import org.tongke.frontend.contract.types.ReceiptFilter;

/** One push: what became of it, counted and by school, and what the centre may do with it. Which schools are shown stands in the address. */
@Route(PushListView.PATH + "/:push")
@RolesAllowed({"RESOURCE_CENTRE", "PROVINCE_OFFICER", "ADMINISTRATOR"})
public final class PushView extends Page implements BeforeEnterObserver {
    /** How often a push is looked at that is on its way. */
    private static final int LOOK_MS = 2_000;

    private final Pushes pushes;
    private String id = "";
    private Optional<ReceiptFilter> filter = Optional.empty();
    private boolean onItsWay;
    private @Nullable Registration looks;

    public PushView(Pushes pushes) {
        this.pushes = pushes;
        var way = new Nav(Links.to("/" + PushListView.PATH, text("push.back")));
        way.addClassName("tkf-crumbs");
        above(way);
    }

    /** Address of the page of a push. */
    static String path(String pushId) {
        return "/" + PushListView.PATH + "/" + Links.encode(pushId);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("push").map(Links::decode).orElse("");
        filter = OneOf.read(event.getLocation().getQueryParameters(), ReceiptsCard.SHOW, ReceiptFilter.values());
        show();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        looks = event.getUI().addPollListener(poll -> {
            if (onItsWay) {
                show();
            }
        });
        event.getUI().setPollInterval(onItsWay ? LOOK_MS : -1);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().setPollInterval(-1);
        if (looks != null) {
            looks.remove();
        }
    }

    private void show() {
        var push = pushes.find(id).orElseThrow(NotFoundException::new);
        clear();
        title(push.getTitle());
        line(text("push.made", push.getCentre().getName(), push.getCreatedBy(), PushWords.at(push.getCreatedAt())));
        add(new Row(new StateBadge(PushWords.state(push.getState()), PushWords.badge(push.getState()))));
        wait(push);
        if (push.getRecall() != null) {
            add(new Notice(text("push.recalled"), recalled(push)));
        }
        add(new PushActs(pushes, push, this::show));
        if (push.getDeliveredAt() != null) {
            add(new CountsCard(push.getCounts()));
        }
        add(new PushFacts(push));
        if (push.getDeliveredAt() != null) {
            add(new ReceiptsCard(pushes, push, filter, chosen -> filter = chosen));
        }
    }

    /** Says that it is on its way, and looks again until it is there. */
    private void wait(Push push) {
        onItsWay = push.getState() == PushState.DELIVERING
                || (push.getState() == PushState.PLANNED && !push.getSendAt().isAfter(Today.now()));
        getUI().ifPresent(ui -> ui.setPollInterval(onItsWay ? LOOK_MS : -1));
        if (onItsWay) {
            var waits = new Notice(text("push.onItsWay"), text("push.onItsWay.why"));
            waits.getElement().setAttribute("role", "status");
            add(waits);
        }
    }

    private static String recalled(Push push) {
        var recall = push.getRecall();
        return text(
                push.getDeliveredAt() == null ? "push.recalled.before" : "push.recalled.why",
                recall.getBy(),
                PushWords.at(recall.getAt()),
                recall.getReason());
    }
}
