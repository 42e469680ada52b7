package org.tongke.frontend.push;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.ReasonDialog;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.contract.types.Recommendation;
import org.tongke.frontend.contract.types.RecommendationState;

/** One recommendation: what, by whom, why, what the centre said of it. Whoever is of the centre accepts or declines it here. */
final class RecommendationItem extends ListItem {
    private final Recommendations recommendations;
    private final Recommendation recommendation;
    private final Runnable done;

    /** @param done called when it was decided */
    RecommendationItem(Recommendations recommendations, Recommendation recommendation, Runnable done) {
        this.recommendations = recommendations;
        this.recommendation = recommendation;
        this.done = done;
        addClassName("tkf-card");
        add(new H2(title()), by(), new Row(StateLine.badge(recommendation)));
        if (recommendation.getNote() != null) {
            add(new Paragraph(text("push.recommendation.note", recommendation.getNote())));
        }
        StateLine.decision(recommendation).ifPresent(words -> add(new Paragraph(words)));
        if (recommendation.getViewerCanDecide()) {
            add(acts());
        } else if (recommendation.getState() == RecommendationState.ACCEPTED && isOfCentre()) {
            add(new Row(Links.to(
                    "/" + PlanView.PATH + "?resource="
                            + Links.encode(recommendation.getResource().getId()),
                    text("push.recommendation.push"))));
        }
    }

    private boolean isOfCentre() {
        return recommendation.getResource() != null
                && SignedIn.current()
                        .filter(person -> !person.centres().isEmpty())
                        .isPresent();
    }

    private Component title() {
        return recommendation.getResource() == null
                ? new Span(recommendation.getTitle())
                : Links.to(PushWords.path(recommendation.getResource()), recommendation.getTitle());
    }

    private Paragraph by() {
        var school = recommendation.getSchool();
        var line = new Paragraph(PushWords.joined(
                school == null ? null : school.getName(),
                recommendation.getRecommendedBy(),
                Formats.day(recommendation.getRecommendedAt())));
        line.addClassName("tkf-soft");
        return line;
    }

    private Row acts() {
        var accept = new Button(text("push.recommendation.accept"));
        accept.addThemeName("primary");
        accept.setAriaLabel(text("push.recommendation.accept.of", recommendation.getTitle()));
        Taps.act(accept, () -> decision("accept", true).optional().open());
        var decline = new Button(text("push.recommendation.decline"));
        decline.setAriaLabel(text("push.recommendation.decline.of", recommendation.getTitle()));
        Taps.act(decline, () -> decision("decline", false).open());
        return new Row(accept, decline);
    }

    private ReasonDialog decision(String what, boolean accepts) {
        var key = "push.recommendation." + what;
        return new ReasonDialog(text(key), text(key + ".means"), text(key), reason -> {
            recommendations.decide(recommendation, accepts, reason);
            Toast.show(text(key + ".done"));
            done.run();
        });
    }
}
