package org.tongke.frontend.verification;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Live;
import org.tongke.frontend.component.Meter;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.contract.types.CommunityProgress;

/** How one community stands, criterion by criterion; follows the facts while it is on the screen. */
final class StandingPanel extends Section {
    /** The criterion that the register of exchange periods is for (annex 2, 二(三)). */
    private static final String EXCHANGE = "2.3";

    private final Desk desk;
    private final Div sum = new Div();
    private final Div criteria = new Div();
    private final Paragraph asOf = new Paragraph();
    private final Span told = new Span();
    private final Map<String, CriterionCard> cards = new LinkedHashMap<>();
    private int met = -1;

    StandingPanel(Desk desk, Standing now) {
        this.desk = desk;
        addClassName("tkf-stack");
        sum.addClassName("tkf-card");
        criteria.addClassName("tkf-criteria");
        asOf.addClassName("tkf-soft");
        told.addClassName("tkf-unseen");
        told.getElement().setAttribute("role", "status");
        add(sum, criteria, asOf, told, new Live("progress", this::look));
        desk.onChange(this::look);
        show(now);
    }

    private void look() {
        desk.look().ifPresent(this::show);
    }

    private void show(Standing now) {
        desk.keep(now);
        now.progress().ifPresent(this::showSum);
        for (var criterion : now.criteria()) {
            var card = cards.computeIfAbsent(criterion.getCode(), this::card);
            card.show(criterion, now.evidence(criterion.getCode()));
            if (criterion.getCode().equals(EXCHANGE)) {
                card.show(now.exchanges(), now.community().getViewerCanAddExchangePeriod());
            }
        }
        if (now.asOf() != null) {
            asOf.setText(Formats.asOf(now.asOf()));
        }
    }

    private CriterionCard card(String code) {
        var card = new CriterionCard(desk.communityId(), desk);
        criteria.add(card);
        return card;
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
        sum.removeAll();
        sum.add(sum(progress));
    }

    /** How many criteria are met, in words and as a bar. */
    static List<Component> sum(CommunityProgress progress) {
        var words = text("verification.sum", progress.getMetCount(), progress.getAskedCount());
        var parts = new ArrayList<Component>();
        parts.add(new Row(new Span(words), StateBadge.operating(progress.getOperating())));
        parts.add(new Meter(words, share(progress)));
        if (progress.getProgramme().getDemo()) {
            var demo = new Paragraph(text("verification.demo"));
            demo.addClassName("tkf-soft");
            parts.add(demo);
        }
        return parts;
    }

    private static double share(CommunityProgress progress) {
        return progress.getAskedCount() == 0 ? 0 : (double) progress.getMetCount() / progress.getAskedCount();
    }
}
