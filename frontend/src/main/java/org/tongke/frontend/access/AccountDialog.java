package org.tongke.frontend.access;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.UUID;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.contract.types.CreateAccountInput;
import org.tongke.frontend.contract.types.UserError;

/** Enters an account, then shows its start code. */
final class AccountDialog extends Dialog {
    private final TextField name = new TextField(text("access.account.name"));
    private final TextField signInName = new TextField(text("access.account.signInName"));
    private final RoleFields fields;
    /** The same at each try, so that a lost answer makes no second account. */
    private UUID id = UUID.randomUUID();

    AccountDialog(OfficeAccounts accounts, Runnable created) {
        fields = new RoleFields(accounts);
        setHeaderTitle(text("access.account.new"));
        name.setWidthFull();
        name.setMaxLength(60);
        signInName.setWidthFull();
        signInName.setMaxLength(60);
        signInName.getElement().setAttribute("autocapitalize", "none");
        var form = new Div(name, signInName, fields);
        form.addClassName("tkf-stack");
        add(form);
        var yes = new Button(text("access.account.new.do"));
        yes.addThemeName("primary");
        Taps.act(yes, () -> create(accounts, created));
        getFooter().add(new Button(text("access.account.cancel"), click -> close()), yes);
        setWidth("min(34rem, calc(100vw - 2rem))");
    }

    private void create(OfficeAccounts accounts, Runnable created) {
        name.setInvalid(false);
        signInName.setInvalid(false);
        var role = fields.role();
        if (role == null) {
            return;
        }
        try {
            var payload = accounts.create(CreateAccountInput.newBuilder()
                    .id(id)
                    .name(name.getValue())
                    .signInName(signInName.getValue())
                    .role(role)
                    .placeId(fields.placeId())
                    .supplierId(fields.supplierId())
                    .build());
            close();
            created.run();
            CodeDialog.startCode(
                            payload.getAccount().getName(),
                            payload.getAccount().getSignInName(),
                            payload.getStartCode())
                    .open();
        } catch (RefusedException refused) {
            refused.errors().forEach(this::complain);
        }
    }

    private void complain(UserError error) {
        if (error.getPath().contains("id")) {
            // the content was changed after an answer was lost
            id = UUID.randomUUID();
        }
        if (!fields.complain(error.getPath(), error.getMessage())) {
            var field = error.getPath().contains("name") ? name : signInName;
            field.setErrorMessage(error.getMessage());
            field.setInvalid(true);
            field.focus();
        }
    }
}
