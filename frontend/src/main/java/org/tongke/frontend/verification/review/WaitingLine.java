package org.tongke.frontend.verification.review;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Live;
import org.tongke.frontend.contract.types.Role;

/** Tells a county's officer how many communities wait to be verified; nothing where none does, or for others. */
public final class WaitingLine extends Div {
    private final Reviews reviews;
    private final Div words = new Div();

    public WaitingLine(Reviews reviews) {
        this.reviews = reviews;
        setVisible(SignedIn.current()
                .filter(person -> person.is(Role.COUNTY_OFFICER))
                .isPresent());
        if (isVisible()) {
            words.addClassName("tkf-card");
            add(words, new Live("progress", this::look));
            look();
        }
    }

    private void look() {
        var count = SignedIn.current()
                .flatMap(SignedIn::office)
                .map(reviews::countWaiting)
                .orElse(0);
        words.removeAll();
        words.setVisible(count > 0);
        if (count > 0) {
            var line = new Span(text("verification.review.wait", count));
            line.addClassName("tkf-strong");
            words.add(line, Links.button(Links.to("/review", text("verification.review.begin"))));
        }
    }
}
