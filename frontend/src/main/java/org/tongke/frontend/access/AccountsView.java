package org.tongke.frontend.access;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.Filters;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.More;
import org.tongke.frontend.component.Notice;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.Table;
import org.tongke.frontend.component.Table.Cell;
import org.tongke.frontend.component.Table.Column;
import org.tongke.frontend.component.Table.Kind;
import org.tongke.frontend.component.Typing;
import org.tongke.frontend.component.Unread;
import org.tongke.frontend.contract.types.Account;
import org.tongke.frontend.contract.types.AccountEdge;
import org.tongke.frontend.contract.types.Role;
import org.tongke.frontend.contract.types.RoleGrant;
import org.tongke.frontend.contract.types.SignInState;

/** 账号: those below the caller's office, found by name and role, which stand in the address. */
@Route(AccountsView.PATH)
@RolesAllowed({"CLERK", "COUNTY_OFFICER", "CITY_OFFICER", "PROVINCE_OFFICER", "ADMINISTRATOR"})
public final class AccountsView extends Page implements BeforeEnterObserver {
    static final String PATH = "accounts";
    private static final String WORDS = "q";
    private static final String ROLE = "role";

    private final OfficeAccounts accounts;
    private final TextField words = new TextField(text("access.accounts.words"));
    private final Select<Role> role = new Select<>();
    private final Filters filters = new Filters(words, role);
    private final Table table = new Table(
            text("access.accounts.table"),
            List.of(
                    new Column(text("access.account.name"), Kind.WORDS),
                    new Column(text("access.account.signInName"), Kind.SHORT),
                    new Column(text("access.account.roles"), Kind.WORDS),
                    new Column(text("access.account.state"), Kind.SHORT)));
    private final Div below = new Div();
    private final Unread unread = new Unread();
    private final List<Account> shown = new ArrayList<>();

    public AccountsView(OfficeAccounts accounts) {
        this.accounts = accounts;
        title(text("access.accounts"));
        line(text("access.accounts.line"));
        words.setPlaceholder(text("access.accounts.words.example"));
        words.setClearButtonVisible(true);
        Typing.pauses(words);
        role.setLabel(text("access.accounts.role"));
        role.setItems(Role.values());
        role.setEmptySelectionAllowed(true);
        role.setEmptySelectionCaption(text("access.accounts.role.all"));
        role.setItemLabelGenerator(one -> one == null ? text("access.accounts.role.all") : AccessWords.role(one));
        var add = new Button(text("access.account.new"), click -> new AccountDialog(accounts, this::again).open());
        add.addThemeName("primary");
        var ways = new Row(add);
        if (SignedIn.current()
                .filter(person -> person.is(Role.CLERK, Role.COUNTY_OFFICER, Role.ADMINISTRATOR))
                .isPresent()) {
            ways.add(Links.to("/accounts/import", text("access.import")));
        }
        add(unread, ways, filters, table, below);
        words.addValueChangeListener(change -> changed(change.isFromClient()));
        role.addValueChangeListener(change -> changed(change.isFromClient()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        unread.say(Unread.in(
                query, Map.of(WORDS, Unread.ANYTHING, ROLE, name -> roleOf(name).isPresent())));
        words.setValue(query.getSingleParameter(WORDS).orElse(""));
        role.setValue(
                query.getSingleParameter(ROLE).flatMap(AccountsView::roleOf).orElse(null));
        again();
    }

    private static Optional<Role> roleOf(String name) {
        return Stream.of(Role.values()).filter(one -> one.name().equals(name)).findFirst();
    }

    private void changed(boolean byPerson) {
        if (byPerson) {
            var query = new HashMap<String, String>();
            if (!words.isEmpty()) {
                query.put(WORDS, words.getValue());
            }
            if (role.getValue() != null) {
                query.put(ROLE, role.getValue().name());
            }
            getUI().ifPresent(ui ->
                    ui.getPage().getHistory().replaceState(null, new Location(PATH, QueryParameters.simple(query))));
            again();
        }
    }

    private void again() {
        filters.set(!role.isEmpty());
        shown.clear();
        show(null);
    }

    private void show(@Nullable String after) {
        var page = accounts.list(words.getValue(), role.getValue(), after);
        page.getEdges().stream().map(AccountEdge::getNode).forEach(shown::add);
        table.show(shown.stream().map(AccountsView::row).toList());
        table.setVisible(!shown.isEmpty());
        below.removeAll();
        if (shown.isEmpty()) {
            below.add(new Notice(text("access.accounts.none"), text("access.accounts.none.why")));
        }
        More.below(below, page.getPageInfo(), this::show);
    }

    private static Table.Row row(Account account) {
        var roles =
                account.getRoles().stream().map(RoleGrant::getLabel).collect(Collectors.joining(text("access.and")));
        return new Table.Row(
                account.getName(),
                "/accounts/" + Links.encode(account.getId()),
                List.of(
                        Cell.of(account.getSignInName()),
                        Cell.of(roles),
                        new Cell(AccessWords.state(account), badge(account.getSignInState()))));
    }

    private static @Nullable String badge(SignInState state) {
        return switch (state) {
            case PASSWORD, TOKEN_ONLY -> null;
            case START_CODE -> "good";
            case START_CODE_EXPIRED, CLOSED -> "lacking";
        };
    }
}
