package org.tongke.frontend.verification;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import org.tongke.frontend.contract.types.CommunityProgress;
import org.tongke.frontend.contract.types.CriterionProgress;

/** How one community stood at the end of a day that is over: the figures as they were shown. Nothing can be done to it any more. */
final class PastPanel extends Section {

    PastPanel(CommunityProgress progress) {
        addClassName("tkf-stack");
        var sum = new Div();
        sum.addClassName("tkf-card");
        sum.add(StandingPanel.sum(progress));
        var criteria = new Div();
        criteria.addClassName("tkf-criteria");
        List<CriterionProgress> all = progress.getCriteria();
        all.stream().map(CriterionCard::past).forEach(criteria::add);
        add(sum, criteria);
    }
}
