package org.tongke.frontend.access;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.More;
import org.tongke.frontend.component.Notice;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.contract.types.AccessToken;
import org.tongke.frontend.contract.types.AccessTokenEdge;
import org.tongke.frontend.contract.types.Role;

/** 令牌: those of a supplier's or developer's programs; for administrators all. */
@Route("tokens")
@RolesAllowed({"SUPPLIER", "DEVELOPER", "ADMINISTRATOR"})
public final class TokensView extends Page {
    private final ProgramTokens tokens;
    private final boolean isAdministrator =
            SignedIn.current().filter(person -> person.is(Role.ADMINISTRATOR)).isPresent();
    private final UnorderedList list = new UnorderedList();
    private final Div below = new Div();

    public TokensView(ProgramTokens tokens) {
        this.tokens = tokens;
        title(text("access.tokens"));
        line(text("access.tokens.line"));
        list.addClassName("tkf-cards");
        var add = new Button(
                text("access.token.new"), click -> new TokenDialog(tokens, isAdministrator, this::again).open());
        add.addThemeName("primary");
        add(new Row(add), list, below);
        again();
    }

    private void again() {
        list.removeAll();
        show(null);
    }

    private void show(@Nullable String after) {
        var page = tokens.list(after);
        page.getEdges().stream().map(AccessTokenEdge::getNode).map(this::item).forEach(list::add);
        list.setVisible(list.getComponentCount() > 0);
        below.removeAll();
        if (list.getComponentCount() == 0) {
            below.add(new Notice(text("access.tokens.none"), text("access.tokens.none.why")));
        }
        More.below(below, page.getPageInfo(), this::show);
    }

    private ListItem item(AccessToken token) {
        var account = token.getAccount();
        var name = isAdministrator && account != null
                ? text("access.token.of", token.getName(), account.getName())
                : token.getName();
        var used = token.getUsedAt() == null
                ? text("access.token.unused")
                : text("access.token.used", AccessWords.at(token.getUsedAt()));
        var facts = new Paragraph(text("access.token.scope." + token.getScope().name()) + " · " + used);
        var ends = new Paragraph(text(
                        "access.token.until",
                        AccessWords.day(token.getExpiresAt().minusNanos(1)))
                + (token.getIssuedBy() == null || token.getIssuedAt() == null
                        ? ""
                        : " · " + text("access.token.by", token.getIssuedBy(), AccessWords.at(token.getIssuedAt()))));
        ends.addClassName("tkf-soft");
        var head = new Span(name);
        head.addClassName("tkf-line-name");
        var revoke = new Button(text("access.token.revoke"));
        revoke.setAriaLabel(text("access.token.revoke.of", token.getName()));
        revoke.addClickListener(click -> askRevoke(token));
        var item = new ListItem(head, facts, ends, new Row(revoke));
        item.addClassNames("tkf-card", "tkf-stack");
        return item;
    }

    private void askRevoke(AccessToken token) {
        new AskDialog(
                        text("access.token.revoke.title", token.getName()),
                        text("access.token.revoke.means"),
                        text("access.token.revoke"),
                        () -> {
                            tokens.revoke(token);
                            again();
                            Toast.show(text("access.token.revoked", token.getName()));
                        })
                .open();
    }
}
