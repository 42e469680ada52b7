package org.tongke.frontend.community;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.FormProblems;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.contract.types.Target;

/** Asks how much more a unit is to reach and why, or why a raise is taken back; says what it means before it is done. */
final class RaiseDialog extends Dialog {
    private static final int LONGEST_REASON = 500;
    private static final String MEMBERS = "newMembers";

    private final FormProblems problems = new FormProblems();
    private final TextField members = problems.field(MEMBERS, number("community.targets.raise.members"));
    private final TextField pairs = problems.field("pairedSchools", number("community.targets.raise.pairs"));
    private final TextArea reason = problems.field("reason", new TextArea(text("community.targets.raise.reason")));

    /** Does what the form says. */
    interface Raise {
        void accept(int newMembers, @Nullable Integer pairedSchools, String reason);
    }

    /** Does what the form says. */
    interface Withdraw {
        void accept(String reason);
    }

    private RaiseDialog(String title, String means) {
        setHeaderTitle(title);
        setWidth("min(28rem, calc(100vw - 1rem))");
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        var form = new Div(new Paragraph(means), members, pairs, reason, problems);
        form.addClassNames("tkf-page", "tkf-stack");
        add(form);
    }

    static RaiseDialog raise(Target target, Raise raise) {
        var dialog = new RaiseDialog(text("community.targets.raise"), text("community.targets.raise.means"));
        var goal = target.getGoal();
        dialog.members.setValue(goal == null ? "" : String.valueOf(goal.getNewMembers()));
        dialog.finish("community.targets.raise.save", () -> {
            var paired = dialog.pairs.getValue().isBlank() ? null : Integer.valueOf(dialog.pairs.getValue());
            raise.accept(Integer.parseInt(dialog.members.getValue()), paired, dialog.reason.getValue());
        });
        return dialog;
    }

    static RaiseDialog withdraw(Withdraw withdraw) {
        var dialog = new RaiseDialog(text("community.targets.withdraw"), text("community.targets.withdraw.means"));
        dialog.members.setVisible(false);
        dialog.pairs.setVisible(false);
        dialog.finish("community.targets.withdraw.save", () -> withdraw.accept(dialog.reason.getValue()));
        return dialog;
    }

    private void finish(String save, Runnable act) {
        var yes = new Button(text(save));
        yes.addThemeName("primary");
        Taps.act(yes, () -> {
            problems.clear();
            try {
                act.run();
                close();
            } catch (NumberFormatException none) {
                problems.say(MEMBERS, text("community.targets.raise.number"));
            } catch (RefusedException refused) {
                problems.say(refused);
            }
        });
        getFooter().add(new Button(text("community.targets.close"), click -> close()), yes);
    }

    private static TextField number(String key) {
        var field = new TextField(text(key));
        field.setAllowedCharPattern("[0-9]");
        field.setMaxLength(4);
        field.setWidthFull();
        field.getElement().setAttribute("inputmode", "numeric");
        return field;
    }
}
