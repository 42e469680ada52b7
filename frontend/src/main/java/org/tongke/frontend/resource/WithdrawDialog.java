package org.tongke.frontend.resource;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.FormProblems;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.contract.types.Resource;

/** Takes a resource back: says what that means for whom, and asks why. */
final class WithdrawDialog extends Dialog {
    private static final int LONGEST = 500;

    WithdrawDialog(Sharing sharing, Resource resource, Runnable done) {
        setHeaderTitle(text("resource.withdraw"));
        setWidth("min(34rem, calc(100vw - 2rem))");
        var problems = new FormProblems();
        var reason = problems.field("reason", new TextArea(text("resource.withdraw.reason")));
        reason.setMaxLength(LONGEST);
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        var body = new Div(new Paragraph(text("resource.withdraw.means", resource.getLessonCount())), reason, problems);
        body.addClassNames("tkf-page", "tkf-stack");
        add(body);
        var yes = new Button(text("resource.withdraw.yes"));
        yes.addThemeNames("primary", "error");
        Taps.act(yes, () -> {
            problems.clear();
            try {
                sharing.withdraw(resource, reason.getValue());
                close();
                done.run();
            } catch (RefusedException refused) {
                problems.say(refused);
            }
        });
        getFooter().add(new Button(text("resource.cancel"), click -> close()), yes);
    }
}
