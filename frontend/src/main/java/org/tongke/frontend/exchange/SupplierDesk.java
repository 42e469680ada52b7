package org.tongke.frontend.exchange;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.Choice;
import org.tongke.frontend.component.Language;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Notice;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.component.Texts;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.contract.types.Batch;
import org.tongke.frontend.contract.types.ErrorCode;
import org.tongke.frontend.contract.types.NameMapping;
import org.tongke.frontend.contract.types.NameSuggestion;
import org.tongke.frontend.contract.types.QuarantinedRow;
import org.tongke.frontend.contract.types.QuarantinedRowEdge;
import org.tongke.frontend.contract.types.Supplier;
import org.tongke.frontend.contract.types.SupplierHealth;
import org.tongke.frontend.contract.types.UnmapNameInput;

/** One supplier: how it does, what waits with the ways to mend it, what its names stand for, its last batches. */
final class SupplierDesk extends Div implements QuarantineCard.Acts {
    private static final int PAGE = 10;
    private static final int MOST = 100;

    private final Exchange exchange;
    private final String supplierId;
    private final HealthPanel health = new HealthPanel();
    private final Section waiting = new Section();
    private final MappingList mappings = new MappingList(this::unmap);
    private final BatchList batches;
    private @Nullable ErrorCode code;
    private int rows = PAGE;

    SupplierDesk(Exchange exchange, Supplier supplier) {
        this.exchange = exchange;
        supplierId = supplier.getId();
        batches = new BatchList(
                id -> exchange.findBatch(id).map(Batch::getRefused).orElse(List.of()));
        addClassName("tkf-stack");
        waiting.addClassName("tkf-stack");
        add(health, waiting, mappings, batches, ways());
        show(supplier.getHealth());
    }

    private static Row ways() {
        return new Row(
                Links.to("/find/corrections", text("exchange.corrections")),
                Links.to("/developers/suppliers", text("exchange.guide")));
    }

    private void look() {
        exchange.listSuppliers().stream()
                .filter(supplier -> supplier.getId().equals(supplierId))
                .findFirst()
                .ifPresent(supplier -> show(supplier.getHealth()));
    }

    private void show(SupplierHealth now) {
        if (code != null && now.getWaiting().stream().noneMatch(count -> count.getCode() == code)) {
            code = null;
        }
        var desk = exchange.getDesk(supplierId, code, rows);
        health.show(now);
        mappings.show(desk.mappings());
        batches.show(desk.batches());
        waiting.removeAll();
        waiting.add(new H2(text("exchange.quarantine", now.getQuarantined())));
        if (now.getQuarantined() == 0) {
            waiting.add(new Notice(text("exchange.quarantine.none"), text("exchange.quarantine.none.why")));
            return;
        }
        waiting.add(tools(now));
        var cards = new UnorderedList();
        cards.addClassName("tkf-cards");
        desk.quarantine().getEdges().stream()
                .map(QuarantinedRowEdge::getNode)
                .map(row -> new QuarantineCard(row, this))
                .forEach(cards::add);
        waiting.add(cards);
        if (desk.quarantine().getPageInfo().getHasNextPage() && rows < MOST) {
            waiting.add(new Button(text("shell.more"), click -> {
                rows = MOST;
                look();
            }));
        }
    }

    private Div tools(SupplierHealth now) {
        var all = new Button(text("exchange.retryAll"));
        Taps.act(all, this::retryAll);
        var row = new Row(all);
        var tools = new Div(row);
        tools.addClassName("tkf-stack");
        if (now.getWaiting().size() > 1) {
            var choice = new Choice(text("exchange.code"));
            choice.value(
                    Optional.<ErrorCode>empty(),
                    text("exchange.code.any", now.getQuarantined()),
                    null,
                    code == null,
                    this::choose);
            now.getWaiting()
                    .forEach(count -> choice.value(
                            Optional.of(count.getCode()),
                            text("exchange.code.rows", named(count.getCode()), count.getRows()),
                            null,
                            code == count.getCode(),
                            this::choose));
            tools.addComponentAsFirst(choice);
        }
        return tools;
    }

    /** Codes that came after this page was written have one name together. */
    private static String named(ErrorCode code) {
        var key = "exchange.code." + code.name();
        return text(Texts.texts(Language.current()).containsKey(key) ? key : "exchange.code.else");
    }

    private void choose(Optional<ErrorCode> chosen) {
        code = chosen.orElse(null);
        rows = PAGE;
        look();
    }

    private void retryAll() {
        act(() -> {
            var retried = exchange.retryAll(supplierId);
            Toast.show(text(
                    retried.getGoesOn() ? "exchange.retried.goesOn" : "exchange.retried",
                    ExchangeWords.counts(retried.getCounts())));
        });
    }

    @Override
    public void retry(QuarantinedRow row) {
        act(() -> Toast.show(text("exchange.retried", ExchangeWords.counts(exchange.retry(row)))));
    }

    @Override
    public void map(NameSuggestion suggestion) {
        act(() -> {
            var counts = exchange.map(supplierId, suggestion);
            Toast.undo(
                    text("exchange.mapped", suggestion.getName(), suggestion.getLabel(), ExchangeWords.counts(counts)),
                    () -> unmap(UnmapNameInput.newBuilder()
                            .supplierId(supplierId)
                            .what(suggestion.getWhat())
                            .name(suggestion.getName())
                            .within(suggestion.getWithin())
                            .build()));
        });
    }

    private void unmap(NameMapping mapping) {
        unmap(UnmapNameInput.newBuilder()
                .supplierId(supplierId)
                .what(mapping.getWhat())
                .name(mapping.getName())
                .within(mapping.getWithin())
                .build());
    }

    private void unmap(UnmapNameInput name) {
        act(() -> {
            exchange.unmap(name);
            Toast.show(text("exchange.unmapped", name.getName()));
        });
    }

    @Override
    public void discard(QuarantinedRow row) {
        new DiscardDialog(row, reason -> {
                    exchange.discard(row, reason);
                    Toast.show(text("exchange.discarded", row.getTitle()));
                    look();
                })
                .open();
    }

    /** Does something and looks again; what it is refused for is said. */
    private void act(Runnable something) {
        try {
            something.run();
        } catch (RefusedException refused) {
            Toast.show(refused.words());
        }
        look();
    }
}
