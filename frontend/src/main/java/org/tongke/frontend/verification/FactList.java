package org.tongke.frontend.verification;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Set;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.contract.types.CriterionProgress;
import org.tongke.frontend.contract.types.FactType;
import org.tongke.frontend.contract.types.ProgressFact;

/** What was looked at for a criterion: each leads to the thing itself, says why it does not count, and what can be done about it. */
final class FactList extends UnorderedList {
    private final String communityId;
    private final CriterionActs acts;

    FactList(String communityId, CriterionActs acts) {
        this.communityId = communityId;
        this.acts = acts;
        addClassName("tkf-facts");
    }

    /** @param shown ids of activities of which there is evidence */
    void show(CriterionProgress criterion, Set<String> shown) {
        removeAll();
        List<ProgressFact> all = criterion.getFacts();
        all.stream().map(fact -> item(criterion, fact, shown)).forEach(this::add);
    }

    private ListItem item(CriterionProgress criterion, ProgressFact fact, Set<String> shown) {
        var item = new ListItem(label(fact));
        if (!fact.getCounts()) {
            item.getElement().setAttribute("data-counts", "no");
            var reason = new Span(text("verification.notCounted", fact.getReason() == null ? "" : fact.getReason()));
            reason.addClassName("tkf-reason");
            item.add(reason);
        }
        if (fact.getWaitsForConfirmation() && criterion.getViewerCanUpload()) {
            item.add(confirm(fact));
        } else if (fact.getViewerCanUpload() && !shown.contains(fact.getId())) {
            item.add(upload(criterion, fact));
        }
        return item;
    }

    private Component label(ProgressFact fact) {
        return switch (fact.getType()) {
            case ACTIVITY -> Links.to("/find?lesson=" + Links.encode(fact.getId()), fact.getLabel());
            case EVIDENCE -> {
                var open = new NativeButton(fact.getLabel(), click -> acts.open(fact.getId()));
                open.addClassName("tkf-link");
                yield open;
            }
            case EXCHANGE -> new Span(fact.getLabel());
        };
    }

    private Button confirm(ProgressFact fact) {
        var button = new Button(text("verification.confirm"));
        button.addThemeName("small");
        button.setAriaLabel(text("verification.confirm.of", fact.getLabel()));
        Taps.act(button, () -> acts.confirm(fact));
        return button;
    }

    private Anchor upload(CriterionProgress criterion, ProgressFact fact) {
        var link = Links.out(
                "/m/upload?community=" + Links.encode(communityId) + "&criterion=" + Links.encode(criterion.getCode())
                        + "&activity=" + Links.encode(fact.getId()),
                text("verification.upload"));
        link.addClassName("tkf-fact-act");
        link.setAriaLabel(text("verification.upload.of", fact.getLabel()));
        return link;
    }

    /** Whether a fact is a lesson. */
    static boolean isLesson(ProgressFact fact) {
        return fact.getType() == FactType.ACTIVITY;
    }
}
