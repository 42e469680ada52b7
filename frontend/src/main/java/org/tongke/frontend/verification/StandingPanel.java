package org.tongke.frontend.verification;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Live;
import org.tongke.frontend.component.Meter;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.contract.types.CommunityProgress;

/** How one community stands, criterion by criterion; follows the facts while it is on the screen. */
final class StandingPanel extends Section {
    private final Standings standings;
    private final String communityId;
    private final Div sum = new Div();
    private final Div criteria = new Div();
    private final Paragraph asOf = new Paragraph();
    private final Span told = new Span();
    private final Map<String, CriterionCard> cards = new LinkedHashMap<>();
    private int met = -1;

    StandingPanel(Standings standings, Standing now) {
        this.standings = standings;
        this.communityId = now.community().getId();
        addClassName("tkf-stack");
        sum.addClassName("tkf-card");
        criteria.addClassName("tkf-criteria");
        asOf.addClassName("tkf-soft");
        told.addClassName("tkf-unseen");
        told.getElement().setAttribute("role", "status");
        add(sum, criteria, asOf, told, new Live("progress", this::look));
        show(now);
    }

    private void look() {
        standings.findCommunity(communityId).ifPresent(this::show);
    }

    private void show(Standing now) {
        now.progress().ifPresent(this::showSum);
        for (var criterion : now.criteria()) {
            cards.computeIfAbsent(criterion.getCode(), code -> {
                        var card = new CriterionCard(communityId);
                        criteria.add(card);
                        return card;
                    })
                    .show(criterion, now.evidence(criterion.getCode()));
        }
        if (now.asOf() != null) {
            asOf.setText(Formats.asOf(now.asOf()));
        }
    }

    private void showSum(CommunityProgress progress) {
        if (progress.getMetCount() == met) {
            return;
        }
        var words = text("verification.sum", progress.getMetCount(), progress.getAskedCount());
        if (met >= 0) {
            told.setText(words);
        }
        met = progress.getMetCount();
        var line = new Row(new Span(words), StateBadge.operating(progress.getOperating()));
        sum.removeAll();
        sum.add(line, new Meter(words, share(progress)));
        if (progress.getProgramme().getDemo()) {
            var demo = new Paragraph(text("verification.demo"));
            demo.addClassName("tkf-soft");
            sum.add(demo);
        }
    }

    private static double share(CommunityProgress progress) {
        return progress.getAskedCount() == 0 ? 0 : (double) progress.getMetCount() / progress.getAskedCount();
    }
}
