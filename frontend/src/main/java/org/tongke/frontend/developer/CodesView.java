package org.tongke.frontend.developer;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.component.Table;
import org.tongke.frontend.component.Table.Cell;
import org.tongke.frontend.component.Table.Column;
import org.tongke.frontend.component.Table.Kind;
import org.tongke.frontend.component.Typing;
import org.tongke.frontend.contract.types.ApiLimits;
import org.tongke.frontend.contract.types.ErrorWords;

/** 错误码与限度: each code with what a person is told and what it means, and the limits as they are set. */
@Route("developers/codes")
@AnonymousAllowed
public final class CodesView extends Page {
    static final String PATH = "/developers/codes";

    private static final int MEGABYTE = 1 << 20;

    private final SchemaReference reference;
    private final List<ErrorWords> codes;
    private final UnorderedList list = new UnorderedList();

    public CodesView(ApiGuides guides, Contract contract) {
        var guide = guides.get();
        reference = contract.reference();
        codes = guide.getErrorCodes();
        above(new DeveloperWays("/developers"));
        title(text("developer.codes"));
        line(text("developer.codes.line"));
        list.addClassNames("tkf-plain-list", "tkf-card", "tkf-hits", "tkf-codes");
        var search = new TextField(text("developer.codes.search"));
        search.setClearButtonVisible(true);
        Typing.pauses(search);
        search.addValueChangeListener(change -> show(change.getValue()));
        add(limits(guide.getLimits()), new H2(text("developer.codes.all", codes.size())), search, list);
        show("");
    }

    private void show(String searched) {
        list.removeAll();
        var wanted = searched.strip().toLowerCase(Locale.ROOT);
        codes.stream()
                .filter(code -> (code.getCode() + code.getMessage() + meaning(code))
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .map(this::item)
                .forEach(list::add);
        if (list.getComponentCount() == 0) {
            list.add(new ListItem(text("developer.search.none")));
        }
    }

    private ListItem item(ErrorWords code) {
        var name = new Paragraph(new Code(code.getCode().name()));
        var item = new ListItem(name, new Paragraph(code.getMessage()), Wording.description(meaning(code)));
        item.setId(code.getCode().name());
        return item;
    }

    private String meaning(ErrorWords code) {
        return reference
                .find("ErrorCode")
                .flatMap(type -> type.find(code.getCode().name()))
                .map(SchemaReference.Member::description)
                .orElse("");
    }

    private static Section limits(ApiLimits limits) {
        var table = new Table(
                text("developer.limits"),
                List.of(
                        new Column(text("developer.limit"), Kind.WORDS),
                        new Column(text("developer.limit.value"), Kind.NUMBER),
                        new Column(text("developer.limit.beyond"), Kind.WORDS)));
        table.show(Stream.of(
                        row("depth", limits.getDepth(), "TOO_DEEP"),
                        row("cost", limits.getCost(), "TOO_COSTLY"),
                        row("pageSize", limits.getPageSize(), "PAGE_SIZE_OUT_OF_RANGE"),
                        row("body", limits.getBodyBytes() / MEGABYTE, "BAD_REQUEST (413)"),
                        row("batchRows", limits.getBatchRows(), "BATCH_TOO_LARGE"),
                        row("subscriptions", limits.getSubscriptions(), "TOO_MANY_STREAMS"),
                        row("positionDays", limits.getPositionDays(), "POSITION_TOO_OLD"),
                        row("tokens", limits.getTokens(), "TOKEN_LIMIT"),
                        row("sandboxTokens", limits.getSandboxTokens(), "SANDBOX_FULL"),
                        row("sandboxHours", limits.getSandboxHours(), "UNAUTHENTICATED"))
                .toList());
        var card = new Section(table);
        card.addClassName("tkf-stack");
        return card;
    }

    private static Table.Row row(String limit, int value, String beyond) {
        return new Table.Row(
                text("developer.limit." + limit),
                null,
                List.of(Cell.of(text("developer.limit.number", value)), Cell.of(beyond)));
    }
}
