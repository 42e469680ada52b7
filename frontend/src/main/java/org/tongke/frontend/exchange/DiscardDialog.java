package org.tongke.frontend.exchange;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.contract.types.QuarantinedRow;

/** Says what discarding a row means, and asks why. */
final class DiscardDialog extends Dialog {
    private static final int LONGEST = 500;

    private final TextArea reason = new TextArea(text("exchange.discard.reason"));

    /** @param discard called with the reason; what it is refused for is said at the reason */
    DiscardDialog(QuarantinedRow row, Consumer<String> discard) {
        setHeaderTitle(text("exchange.discard.title", row.getTitle()));
        reason.setMaxLength(LONGEST);
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        add(new Paragraph(text("exchange.discard.means")), reason);
        var yes = new Button(text("exchange.discard.yes"));
        yes.addThemeNames("primary", "error");
        Taps.act(yes, () -> {
            try {
                discard.accept(reason.getValue());
                close();
            } catch (RefusedException refused) {
                reason.setErrorMessage(refused.words());
                reason.setInvalid(true);
                reason.focus();
            }
        });
        getFooter().add(new Button(text("exchange.discard.no"), click -> close()), yes);
        setMaxWidth("min(34rem, calc(100vw - 2rem))");
    }
}
