package org.tongke.frontend.access;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.contract.types.Account;
import org.tongke.frontend.contract.types.Region;
import org.tongke.frontend.contract.types.RoleGrant;
import org.tongke.frontend.contract.types.RoleInput;
import org.tongke.frontend.contract.types.School;
import org.tongke.frontend.contract.types.SignInState;

/** One account: its roles, how it signs in, and what the office above can do with it. */
@Route("accounts/:account")
@RolesAllowed({"CLERK", "COUNTY_OFFICER", "CITY_OFFICER", "PROVINCE_OFFICER", "ADMINISTRATOR"})
public final class AccountView extends Page implements BeforeEnterObserver {
    private final OfficeAccounts accounts;
    private String id = "";

    public AccountView(OfficeAccounts accounts) {
        this.accounts = accounts;
        var way = new Nav(Links.to("/accounts", text("access.account.back")));
        way.addClassName("tkf-crumbs");
        above(way);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("account").map(Links::decode).orElse("");
        show();
    }

    private void show() {
        var account = accounts.find(id).orElseThrow(NotFoundException::new);
        clear();
        title(account.getName());
        line(account.getSignInName() + " · " + AccessWords.state(account));
        if (account.getSignInState() == SignInState.START_CODE && account.getStartCodeEndsAt() != null) {
            add(new Paragraph(text("access.account.codeUntil", AccessWords.at(account.getStartCodeEndsAt()))));
        }
        add(roles(account));
        var isOwn = SignedIn.current()
                .filter(person -> person.account().getId().equals(account.getId()))
                .isPresent();
        if (account.getViewerCanManage()) {
            add(acts(account));
        } else {
            add(new Paragraph(text(isOwn ? "access.account.own" : "access.account.notYours")));
        }
    }

    private Section roles(Account account) {
        var list = new UnorderedList();
        list.addClassName("tkf-lines");
        account.getRoles().forEach(grant -> list.add(item(account, grant)));
        var section = new Section(new H2(text("access.account.roles")), list);
        section.addClassName("tkf-card");
        if (account.getViewerCanManage()) {
            section.add(new Row(new Button(
                    text("access.account.grant"), click -> new GrantDialog(accounts, account, this::show).open())));
        }
        return section;
    }

    private ListItem item(Account account, RoleGrant grant) {
        var item = new ListItem(new Div(new Span(grant.getLabel())));
        if (account.getViewerCanManage() && account.getRoles().size() > 1) {
            var revoke = new Button(text("access.account.revoke"));
            revoke.addThemeName("tertiary");
            revoke.setAriaLabel(text("access.account.revoke.of", grant.getLabel()));
            Taps.act(revoke, () -> revoke(account, grant));
            item.add(revoke);
        }
        return item;
    }

    private void revoke(Account account, RoleGrant grant) {
        tell(() -> {
            accounts.revoke(input(account, grant));
            show();
            Toast.undo(
                    text("access.account.revoked", grant.getLabel()),
                    () -> tell(() -> {
                        accounts.grant(input(accounts.find(id).orElseThrow(NotFoundException::new), grant));
                        show();
                    }));
        });
    }

    private static RoleInput input(Account account, RoleGrant grant) {
        return RoleInput.newBuilder()
                .accountId(account.getId())
                .expectedRevision(account.getRevision())
                .role(grant.getRole())
                .placeId(placeOf(grant))
                .build();
    }

    private static @Nullable String placeOf(RoleGrant grant) {
        return switch (grant.getPlace()) {
            case Region region -> region.getId();
            case School school -> school.getId();
            case null, default -> null;
        };
    }

    private Row acts(Account account) {
        var row = new Row();
        row.add(new Button(
                text("access.account.rename"), click -> new RenameDialog(accounts, account, this::show).open()));
        if (account.getSignInState() == SignInState.CLOSED) {
            var reopen = new Button(text("access.account.reopen"));
            Taps.act(
                    reopen,
                    () -> tell(() -> {
                        accounts.reopen(account);
                        show();
                        Toast.show(text("access.account.reopened"));
                    }));
            row.add(reopen);
            return row;
        }
        row.add(new Button(text("access.account.reset"), click -> askReset(account)));
        row.add(new Button(text("access.account.close"), click -> askClose(account)));
        return row;
    }

    private void askReset(Account account) {
        // the same at each try, so that a lost answer resets once
        var reset = UUID.randomUUID();
        new AskDialog(
                        text("access.account.reset.title", account.getName()),
                        text("access.account.reset.means"),
                        text("access.account.reset.do"),
                        () -> {
                            var payload = accounts.resetPassword(account, reset);
                            show();
                            CodeDialog.startCode(account.getName(), account.getSignInName(), payload.getStartCode())
                                    .open();
                        })
                .open();
    }

    private void askClose(Account account) {
        new AskDialog(
                        text("access.account.close.title", account.getName()),
                        text("access.account.close.means"),
                        text("access.account.close.do"),
                        () -> {
                            accounts.close(account);
                            show();
                            Toast.show(text("access.account.closed"));
                        })
                .open();
    }

    /** What is refused here was true a moment ago: say so, and show what is there now. */
    private void tell(Runnable act) {
        try {
            act.run();
        } catch (RefusedException refused) {
            Toast.show(refused.words());
            show();
        }
    }
}
