package org.tongke.frontend.verification.review;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Notice;
import org.tongke.frontend.contract.types.CommunityProgress;
import org.tongke.frontend.contract.types.CommunityProgressEdge;
import org.tongke.frontend.contract.types.Finding;
import org.tongke.frontend.contract.types.Region;

/** Those that wait, the first of the queue first. Shown again, it changes only if the queue has. */
final class ReviewQueue extends Section {
    private List<String> shown = List.of();
    private final QueueChoice choice;
    private boolean drawn;

    /** @param pass called with those that are to be passed at once, as they are shown */
    ReviewQueue(Consumer<List<CommunityProgress>> pass) {
        choice = new QueueChoice(pass);
        addClassName("tkf-stack");
    }

    /** What is shown next is drawn anew, and nothing is chosen in it. */
    void forget() {
        drawn = false;
        choice.forget();
    }

    void show(Region region) {
        var waiting = region.getReviewQueue().getEdges().stream()
                .map(CommunityProgressEdge::getNode)
                .toList();
        var ids = waiting.stream().map(one -> one.getCommunity().getId()).toList();
        if (drawn && ids.equals(shown)) {
            return;
        }
        drawn = true;
        shown = ids;
        removeAll();
        choice.begin();
        if (waiting.isEmpty()) {
            add(new Notice(
                    text("verification.review.none"),
                    text("verification.review.none.why"),
                    Links.button(Links.to("/progress", text("verification.ownProgress")))));
            return;
        }
        var first = Links.button(Links.to(path(waiting.getFirst()), text("verification.review.begin")));
        var list = new OrderedList();
        list.addClassName("tkf-lines");
        list.addClassName("tkf-queue");
        waiting.forEach(one -> list.add(item(one)));
        add(new Div(first), list, choice);
    }

    static String path(CommunityProgress waiting) {
        return "/review/" + Links.encode(waiting.getCommunity().getId());
    }

    private ListItem item(CommunityProgress waiting) {
        var community = waiting.getCommunity();
        var link = Links.to(path(waiting), community.getName());
        link.addClassName("tkf-strong");
        var about = new Paragraph(text(
                "verification.review.about",
                community.getCore().getName(),
                community.getMembers().size()));
        about.addClassName("tkf-soft");
        var words = new Div(link, about);
        words.addClassName("tkf-queue-words");
        var item = new ListItem();
        var finding = waiting.getFinding();
        if (finding != null && finding.getViewerCanDecide()) {
            item.add(choice.box(waiting));
        } else if (finding != null) {
            finding.getViewerCannotDecideReasons().stream()
                    .map(reason -> new Paragraph(reason.getMessage()))
                    .forEach(words::add);
        }
        item.add(words);
        if (finding != null) {
            item.add(standing(finding));
        }
        return item;
    }

    private static Div standing(Finding finding) {
        var standing = new Div();
        standing.addClassName("tkf-queue-standing");
        if (finding.getResubmitted()) {
            var again = new Span(text("verification.review.resubmitted"));
            again.addClassName("tkf-state");
            again.getElement().setAttribute("data-state", "lacking");
            standing.add(again);
        }
        if (finding.getWaitingSince() != null) {
            var since = new Span(text("verification.review.since", Formats.day(finding.getWaitingSince())));
            since.addClassName("tkf-soft");
            standing.add(since);
        }
        return standing;
    }
}
