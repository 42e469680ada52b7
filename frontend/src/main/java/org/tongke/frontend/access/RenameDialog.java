package org.tongke.frontend.access;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.contract.types.Account;

/** Another name for an account. */
final class RenameDialog extends Dialog {
    private static final int LONGEST = 60;

    RenameDialog(OfficeAccounts accounts, Account account, Runnable renamed) {
        var name = new TextField(text("access.account.name"));
        setHeaderTitle(text("access.account.rename"));
        name.setValue(account.getName());
        name.setMaxLength(LONGEST);
        name.setWidthFull();
        add(name);
        var yes = new Button(text("access.account.rename.do"));
        yes.addThemeName("primary");
        Taps.act(yes, () -> {
            try {
                accounts.rename(account, name.getValue());
                close();
                renamed.run();
                Toast.show(text("access.account.renamed"));
            } catch (RefusedException refused) {
                name.setErrorMessage(refused.words());
                name.setInvalid(true);
                name.focus();
            }
        });
        getFooter().add(new Button(text("access.account.cancel"), click -> close()), yes);
        setWidth("min(34rem, calc(100vw - 2rem))");
    }
}
