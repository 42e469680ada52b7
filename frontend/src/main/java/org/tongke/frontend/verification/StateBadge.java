package org.tongke.frontend.verification;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Span;
import org.tongke.frontend.contract.types.CriterionState;

/** Whether something is enough: an icon and a word. */
final class StateBadge extends Span {
    StateBadge(CriterionState state) {
        this(
                switch (state) {
                    case MET -> "good";
                    case LACKING -> "lacking";
                    case NOT_ASKED -> "none";
                },
                switch (state) {
                    case MET -> text("verification.met");
                    case LACKING -> text("verification.notYet");
                    case NOT_ASKED -> text("verification.notAsked");
                });
    }

    private StateBadge(String state, String words) {
        super(words);
        addClassName("tkf-state");
        getElement().setAttribute("data-state", state);
    }

    /** Whether a community operates normally 常态化运行. */
    static StateBadge operating(boolean operating) {
        return operating
                ? new StateBadge("good", text("verification.operating"))
                : new StateBadge("lacking", text("verification.notOperating"));
    }
}
