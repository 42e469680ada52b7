package org.tongke.frontend.verification.review;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.Taps;

/** Says what it means to take back a finding, and asks why. */
final class WithdrawDialog extends Dialog {
    private static final int LONGEST = 500;

    private final TextArea reason = new TextArea(text("verification.review.reason"));

    /** @param withdraw called with the reason; what it is refused for is said at the reason */
    WithdrawDialog(String communityName, Consumer<String> withdraw) {
        setHeaderTitle(text("verification.review.withdraw"));
        reason.setMaxLength(LONGEST);
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        add(new Paragraph(text("verification.review.withdraw.means", communityName)), reason);
        var yes = new Button(text("verification.review.withdraw"));
        yes.addThemeNames("primary", "error");
        Taps.act(yes, () -> {
            try {
                withdraw.accept(reason.getValue());
                close();
            } catch (RefusedException refused) {
                reason.setErrorMessage(refused.words());
                reason.setInvalid(true);
                reason.focus();
            }
        });
        getFooter().add(new Button(text("verification.review.cancel"), click -> close()), yes);
        setMaxWidth("min(34rem, calc(100vw - 2rem))");
    }
}
