package org.tongke.frontend.access;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.contract.types.ErrorCode;

/** Asks for the present password and the new one. */
final class PasswordDialog extends Dialog {
    private final PasswordField before = new PasswordField(text("access.password.old"));
    private final PasswordField after = new PasswordField(text("access.password.new"));

    /** @param changed called when the password is another one */
    PasswordDialog(OwnDevices own, Runnable changed) {
        setHeaderTitle(text("access.password.change"));
        before.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        after.setAutocomplete(Autocomplete.NEW_PASSWORD);
        before.setWidthFull();
        after.setWidthFull();
        add(new Paragraph(text("access.password.rule")), before, after);
        var yes = new Button(text("access.password.do"));
        yes.addThemeName("primary");
        Taps.act(yes, () -> change(own, changed));
        getFooter().add(new Button(text("access.account.cancel"), click -> close()), yes);
        setWidth("min(34rem, calc(100vw - 2rem))");
    }

    private void change(OwnDevices own, Runnable changed) {
        before.setInvalid(false);
        after.setInvalid(false);
        try {
            own.changePassword(before.getValue(), after.getValue());
            close();
            changed.run();
            Toast.show(text("access.password.changed"));
        } catch (RefusedException refused) {
            var first = refused.errors().getFirst();
            var field = first.getPath().contains("newPassword") ? after : before;
            // the person is signed in: it is not the name that is wrong
            field.setErrorMessage(
                    first.getCode() == ErrorCode.SIGN_IN_FAILED ? text("access.password.wrong") : refused.words());
            field.setInvalid(true);
            field.focus();
        }
    }
}
