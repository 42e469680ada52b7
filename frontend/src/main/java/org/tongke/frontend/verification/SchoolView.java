package org.tongke.frontend.verification;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.tongke.frontend.community.Communities;
import org.tongke.frontend.community.CommunityWords;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Notice;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.contract.types.Community;
import org.tongke.frontend.resource.QuotaCard;
import org.tongke.frontend.resource.Resources;
import org.tongke.frontend.verification.review.Reviews;
import org.tongke.frontend.verification.review.SentBackCard;

/** 本校: what the clerk's own community has, needs and lacks. With several communities the address says which one. */
@Route("school")
@RolesAllowed("CLERK")
public final class SchoolView extends Page implements BeforeEnterObserver {
    private static final String COMMUNITY = "community";

    private final Communities communities;
    private final Standings standings;
    private final Reviews reviews;
    private final Desks desks;
    private final Resources resources;

    public SchoolView(Communities communities, Standings standings, Reviews reviews, Desks desks, Resources resources) {
        this.reviews = reviews;
        this.communities = communities;
        this.standings = standings;
        this.desks = desks;
        this.resources = resources;
        title(text("verification.school"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        clear();
        var mine = communities.listMine();
        if (mine.isEmpty()) {
            add(new Notice(text("verification.school.none"), text("verification.school.none.why")));
            QuotaCard.ofOwnSchools(resources).forEach(this::add);
            return;
        }
        var chosen = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(COMMUNITY)
                .orElse(mine.getFirst().getId());
        if (mine.size() > 1) {
            add(choice(mine, chosen));
        }
        show(standings.findCommunity(chosen).orElseThrow(NotFoundException::new));
        QuotaCard.ofOwnSchools(resources).forEach(this::add);
    }

    private void show(Standing standing) {
        title(standing.community().getName());
        line(CommunityWords.kind(standing.community()) + " · " + CommunityWords.schools(standing.community()));
        add(enter(standing.community()));
        if (standing.progress().isPresent()) {
            add(new SentBackCard(reviews, standing.community().getId()));
            add(new StandingPanel(new Desk(desks, standing), standing));
        } else {
            add(new Notice(text("verification.noProgress"), text("verification.noProgress.why")));
        }
    }

    /** What a clerk does most often besides looking. */
    private static Component enter(Community community) {
        var path = "/m/enter?" + COMMUNITY + "=" + Links.encode(community.getId());
        return new Row(
                Links.calm(Links.out(path, text("pocket.enter.title"))),
                Links.calm(Links.to("/bells", text("term.bells"))));
    }

    private static Nav choice(List<Community> mine, String chosen) {
        var nav = new Nav();
        nav.setAriaLabel(text("verification.school.communities"));
        nav.addClassName("tkf-row");
        for (var community : mine) {
            var link = Links.to("/school?" + COMMUNITY + "=" + Links.encode(community.getId()), community.getName());
            if (community.getId().equals(chosen)) {
                link.getElement().setAttribute("aria-current", "true");
            }
            nav.add(link);
        }
        return nav;
    }
}
