package org.tongke.frontend.verification.review;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.contract.types.CommunityProgress;

/** Which communities of the queue are chosen, all at once or one by one, and what is done with them. */
final class QueueChoice extends Div {
    private final Checkbox all = new Checkbox();
    private final Button pass = new Button();
    private final Map<CommunityProgress, Checkbox> boxes = new LinkedHashMap<>();
    private Set<String> chosenBefore = Set.of();

    /** @param act called with those that are chosen, at least one, in the order of the queue */
    QueueChoice(Consumer<List<CommunityProgress>> act) {
        addClassName("tkf-queue-choice");
        pass.addThemeName("primary");
        Taps.act(pass, () -> act.accept(chosen()));
        all.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                boxes.values().forEach(box -> box.setValue(change.getValue()));
                mark();
            }
        });
        add(all, pass);
        mark();
    }

    /** Begins with nothing that could be chosen; what was chosen and comes again stays chosen. */
    void begin() {
        chosenBefore = new HashSet<>(chosen().stream().map(QueueChoice::id).toList());
        boxes.clear();
        mark();
    }

    /** A box for one of those that can be chosen. */
    Checkbox box(CommunityProgress waiting) {
        var box = new Checkbox(chosenBefore.contains(id(waiting)));
        box.setAriaLabel(
                text("verification.review.choose", waiting.getCommunity().getName()));
        box.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                mark();
            }
        });
        boxes.put(waiting, box);
        mark();
        return box;
    }

    /** Nothing is chosen any more. */
    void forget() {
        boxes.values().forEach(box -> box.setValue(false));
        mark();
    }

    private List<CommunityProgress> chosen() {
        var chosen = new ArrayList<CommunityProgress>();
        boxes.forEach((waiting, box) -> {
            if (Objects.requireNonNull(box).getValue()) {
                chosen.add(waiting);
            }
        });
        return chosen;
    }

    private void mark() {
        var count = chosen().size();
        setVisible(!boxes.isEmpty());
        all.setLabel(text("verification.review.chooseAll", boxes.size()));
        all.setIndeterminate(count > 0 && count < boxes.size());
        all.setValue(count > 0 && count == boxes.size());
        pass.setText(
                count == 0 ? text("verification.review.passMany.none") : text("verification.review.passMany", count));
        pass.setEnabled(count > 0);
    }

    private static String id(CommunityProgress waiting) {
        return waiting.getCommunity().getId();
    }
}
