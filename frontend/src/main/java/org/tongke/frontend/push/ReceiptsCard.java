package org.tongke.frontend.push;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Location;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.Choice;
import org.tongke.frontend.component.Language;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.More;
import org.tongke.frontend.component.Notice;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.Table;
import org.tongke.frontend.component.Table.Cell;
import org.tongke.frontend.component.Table.Column;
import org.tongke.frontend.component.Table.Kind;
import org.tongke.frontend.contract.types.Push;
import org.tongke.frontend.contract.types.PushReceipt;
import org.tongke.frontend.contract.types.PushReceiptEdge;
import org.tongke.frontend.contract.types.ReceiptFilter;

/** What became of a push by school: all of them, or those that have opened it, have not, or use it. The table goes to a workbook as it is. */
final class ReceiptsCard extends Section {
    /** Parameter of the address that says which schools are shown. */
    static final String SHOW = "show";

    private final Pushes pushes;
    private final Push push;
    private final Consumer<Optional<ReceiptFilter>> remember;
    private final Table table = new Table(
            text("push.receipts.table"),
            List.of(
                    new Column(text("push.receipt.school"), Kind.WORDS),
                    new Column(text("push.receipt.county"), Kind.SHORT),
                    new Column(text("push.receipt.state"), Kind.SHORT),
                    new Column(text("push.receipt.openedBy"), Kind.NUMBER),
                    new Column(text("push.receipt.openedAt"), Kind.SHORT),
                    new Column(text("push.receipt.lessons"), Kind.NUMBER),
                    new Column(text("push.receipt.remindedAt"), Kind.SHORT)));
    private final Row file = new Row();
    private final Div below = new Div();
    private final List<PushReceipt> shown = new ArrayList<>();
    private Optional<ReceiptFilter> filter;

    /** @param remember called when other schools are chosen */
    ReceiptsCard(Pushes pushes, Push push, Optional<ReceiptFilter> filter, Consumer<Optional<ReceiptFilter>> remember) {
        this.pushes = pushes;
        this.push = push;
        this.filter = filter;
        this.remember = remember;
        addClassName("tkf-stack");
        add(new H2(text("push.receipts")), choice(), table, below, file);
        again();
    }

    private Choice choice() {
        var counts = push.getCounts();
        return new Choice(text("push.receipts.show"))
                .value(
                        Optional.<ReceiptFilter>empty(),
                        text("push.receipts.all", counts.getSchools()),
                        null,
                        filter.isEmpty(),
                        this::turn)
                .value(
                        Optional.of(ReceiptFilter.NOT_OPENED),
                        text("push.receipts.not_opened", counts.getNotOpened()),
                        null,
                        is(ReceiptFilter.NOT_OPENED),
                        this::turn)
                .value(
                        Optional.of(ReceiptFilter.OPENED),
                        text("push.receipts.opened", counts.getOpened()),
                        null,
                        is(ReceiptFilter.OPENED),
                        this::turn)
                .value(
                        Optional.of(ReceiptFilter.USED),
                        text("push.receipts.used", counts.getUsed()),
                        null,
                        is(ReceiptFilter.USED),
                        this::turn);
    }

    private boolean is(ReceiptFilter one) {
        return filter.filter(one::equals).isPresent();
    }

    private void turn(Optional<ReceiptFilter> wanted) {
        filter = wanted;
        remember.accept(wanted);
        var address = new Location(PushView.path(push.getId()).substring(1), OneOf.write(SHOW, wanted));
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, address));
        again();
    }

    private void again() {
        shown.clear();
        append(null);
        file.removeAll();
        file.add(Links.calm(Links.out(path(), text("push.file"))));
    }

    private String path() {
        return "/exports/pushes/" + Links.encode(push.getId()) + ".xlsx?lang="
                + Language.current().tag()
                + filter.map(one -> "&" + SHOW + "=" + OneOf.code(one)).orElse("");
    }

    private void append(@Nullable String after) {
        var page = pushes.receipts(push.getId(), filter.orElse(null), after);
        page.getEdges().stream().map(PushReceiptEdge::getNode).forEach(shown::add);
        table.show(shown.stream().map(ReceiptsCard::row).toList());
        table.setVisible(!shown.isEmpty());
        below.removeAll();
        if (shown.isEmpty()) {
            below.add(new Notice(text("push.receipts.none"), text("push.receipts.none.why")));
        }
        More.below(below, page.getPageInfo(), this::append);
    }

    private static Table.Row row(PushReceipt receipt) {
        var school = receipt.getSchool();
        return new Table.Row(
                receipt.getSchoolName(),
                null,
                List.of(
                        Cell.of(school == null ? "" : school.getCounty().getName()),
                        state(receipt),
                        Cell.of(String.valueOf(receipt.getOpenedBy())),
                        Cell.of(at(receipt.getOpenedAt())),
                        Cell.of(String.valueOf(receipt.getLessonCount())),
                        Cell.of(at(receipt.getRemindedAt()))));
    }

    private static Cell state(PushReceipt receipt) {
        if (receipt.getLessonCount() > 0) {
            return new Cell(text("push.receipt.used"), "good");
        }
        return receipt.getOpenedBy() > 0
                ? new Cell(text("push.receipt.opened"), "good")
                : new Cell(text("push.receipt.not_opened"), "lacking");
    }

    private static String at(@Nullable OffsetDateTime at) {
        return at == null ? text("push.count.none") : PushWords.at(at);
    }
}
