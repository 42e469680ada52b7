package org.tongke.frontend.exchange;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Notice;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.component.Table;
import org.tongke.frontend.component.Table.Cell;
import org.tongke.frontend.component.Table.Column;
import org.tongke.frontend.component.Table.Kind;
import org.tongke.frontend.contract.types.Role;
import org.tongke.frontend.contract.types.Supplier;

/** 报送: all suppliers for an administrator, and one of them; for a supplier its own. The supplier stands in the address. */
@Route("exchange/:supplier?")
@RolesAllowed({"SUPPLIER", "ADMINISTRATOR"})
public final class ExchangeView extends Page implements BeforeEnterObserver {
    private static final String PATH = "/exchange/";

    private final Exchange exchange;

    public ExchangeView(Exchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        clear();
        var suppliers = exchange.listSuppliers();
        var asked = event.getRouteParameters().get("supplier").map(Links::decode);
        var isAdministrator = SignedIn.current()
                .filter(person -> person.is(Role.ADMINISTRATOR))
                .isPresent();
        if (asked.isEmpty() && isAdministrator) {
            showAll(suppliers);
            return;
        }
        var supplier = suppliers.stream()
                .filter(one -> asked.isEmpty() || one.getId().equals(asked.get()))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        title(supplier.getName());
        line(Formats.asOf(supplier.getHealth().getAsOf()));
        if (isAdministrator) {
            var way = new Nav(Links.to("/exchange", text("exchange.suppliers")));
            way.addClassName("tkf-crumbs");
            above(way);
        }
        add(new SupplierDesk(exchange, supplier));
    }

    private void showAll(List<Supplier> suppliers) {
        title(text("exchange.suppliers"));
        if (suppliers.isEmpty()) {
            add(new Notice(text("exchange.suppliers.none"), text("exchange.suppliers.none.why")));
            return;
        }
        line(Formats.asOf(suppliers.getFirst().getHealth().getAsOf()));
        var table = new Table(
                text("exchange.suppliers.table"),
                List.of(
                        new Column(text("exchange.supplier"), Kind.WORDS),
                        new Column(text("exchange.lastSuccess.head"), Kind.SHORT),
                        new Column(text("exchange.lag.most"), Kind.NUMBER),
                        new Column(text("exchange.waiting"), Kind.NUMBER),
                        new Column(text("exchange.today.head"), Kind.WORDS)));
        table.show(suppliers.stream().map(ExchangeView::row).toList());
        add(table);
    }

    private static Table.Row row(Supplier supplier) {
        var health = supplier.getHealth();
        return new Table.Row(
                supplier.getName(),
                PATH + Links.encode(supplier.getId()),
                List.of(
                        Cell.of(ExchangeWords.at(health.getLastSuccessAt())),
                        Cell.of(ExchangeWords.lag(health.getLagMostSeconds())),
                        Cell.of(text("exchange.rows", health.getQuarantined())),
                        Cell.of(ExchangeWords.counts(health.getDays().getFirst().getCounts()))));
    }
}
