package org.tongke.frontend.access;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.contract.types.Account;
import org.tongke.frontend.contract.types.RoleInput;

/** Gives an account another role. */
final class GrantDialog extends Dialog {
    private final RoleFields fields;
    private final Paragraph problem = new Paragraph();

    GrantDialog(OfficeAccounts accounts, Account account, Runnable granted) {
        fields = new RoleFields(accounts);
        fields.addClassName("tkf-stack");
        setHeaderTitle(text("access.account.grant"));
        problem.addClassName("tkf-lacking");
        problem.getElement().setAttribute("role", "alert");
        add(fields, problem);
        var yes = new Button(text("access.account.grant.do"));
        yes.addThemeName("primary");
        Taps.act(yes, () -> grant(accounts, account, granted));
        getFooter().add(new Button(text("access.account.cancel"), click -> close()), yes);
        setWidth("min(34rem, calc(100vw - 2rem))");
    }

    private void grant(OfficeAccounts accounts, Account account, Runnable granted) {
        var role = fields.role();
        if (role == null) {
            return;
        }
        try {
            accounts.grant(RoleInput.newBuilder()
                    .accountId(account.getId())
                    .expectedRevision(account.getRevision())
                    .role(role)
                    .placeId(fields.placeId())
                    .supplierId(fields.supplierId())
                    .build());
            close();
            granted.run();
            Toast.show(text("access.account.granted", fields.words()));
        } catch (RefusedException refused) {
            refused.errors().stream()
                    .filter(error -> !fields.complain(error.getPath(), error.getMessage()))
                    .forEach(error -> problem.setText(error.getMessage()));
        }
    }
}
