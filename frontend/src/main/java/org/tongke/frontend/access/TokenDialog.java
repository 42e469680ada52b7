package org.tongke.frontend.access;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.DayPicker;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.component.Today;
import org.tongke.frontend.contract.types.Account;
import org.tongke.frontend.contract.types.Role;
import org.tongke.frontend.contract.types.TokenScope;
import org.tongke.frontend.contract.types.UserError;

/** Makes a token, then shows it. */
final class TokenDialog extends Dialog {
    private static final int MONTHS = 6;

    private final TextField name = new TextField(text("access.token.name"));
    private final Select<Account> account = new Select<>();
    private final Select<TokenScope> scope = new Select<>();
    private final DayPicker lastDay = new DayPicker(text("access.token.lastDay"));
    private final UUID id = UUID.randomUUID();

    /** @param forOthers whether the account is chosen; if not it is the caller's own */
    TokenDialog(ProgramTokens tokens, boolean forOthers, Runnable issued) {
        setHeaderTitle(text("access.token.new"));
        name.setMaxLength(60);
        name.setPlaceholder(text("access.token.name.example"));
        account.setLabel(text("access.token.account"));
        account.setItemLabelGenerator(Account::getName);
        account.setVisible(forOthers);
        scope.setLabel(text("access.token.scope"));
        scope.setItemLabelGenerator(one -> text("access.token.scope." + one.name()));
        account.addValueChangeListener(change -> offerScopes(isSupplier(change.getValue())));
        if (forOthers) {
            var programs = tokens.listPrograms();
            account.setItems(programs);
            programs.stream().findFirst().ifPresent(account::setValue);
        } else {
            offerScopes(SignedIn.current()
                    .filter(person -> person.is(Role.SUPPLIER))
                    .isPresent());
        }
        var today = Today.on();
        lastDay.setMin(today);
        lastDay.setMax(today.plusYears(1));
        lastDay.setValue(today.plusMonths(MONTHS));
        var form = new Div(name, account, scope, lastDay);
        form.addClassName("tkf-stack");
        add(form);
        var yes = new Button(text("access.token.new.do"));
        yes.addThemeName("primary");
        Taps.act(yes, () -> issue(tokens, issued));
        getFooter().add(new Button(text("access.account.cancel"), click -> close()), yes);
        setWidth("min(34rem, calc(100vw - 2rem))");
    }

    private static boolean isSupplier(Account account) {
        return account != null && account.getRoles().stream().anyMatch(grant -> grant.getRole() == Role.SUPPLIER);
    }

    private void offerScopes(boolean isSupplier) {
        var scopes = isSupplier ? List.of(TokenScope.SYNC, TokenScope.READ) : List.of(TokenScope.READ);
        scope.setItems(scopes);
        scope.setValue(scopes.getFirst());
    }

    private void issue(ProgramTokens tokens, Runnable issued) {
        name.setInvalid(false);
        lastDay.setInvalid(false);
        LocalDate last = lastDay.getValue();
        if (last == null || scope.getValue() == null) {
            lastDay.setInvalid(last == null);
            return;
        }
        try {
            var of = account.isVisible() && account.getValue() != null
                    ? account.getValue().getId()
                    : null;
            var payload = tokens.issue(id, of, name.getValue(), scope.getValue(), last);
            close();
            issued.run();
            CodeDialog.token(name.getValue(), payload.getSecret()).open();
        } catch (RefusedException refused) {
            refused.errors().forEach(this::complain);
        }
    }

    private void complain(UserError error) {
        if (error.getPath().contains("lastDay")) {
            lastDay.setErrorMessage(error.getMessage());
            lastDay.setInvalid(true);
        } else {
            name.setErrorMessage(error.getMessage());
            name.setInvalid(true);
            name.focus();
        }
    }
}
