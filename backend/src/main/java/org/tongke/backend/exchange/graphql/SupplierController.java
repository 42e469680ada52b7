package org.tongke.backend.exchange.graphql;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.id.NodeFinder;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.exchange.Batch;
import org.tongke.backend.exchange.Batches;
import org.tongke.backend.exchange.Supplier;
import org.tongke.backend.exchange.SupplierHealth;
import org.tongke.backend.exchange.SupplierHealths;
import org.tongke.backend.exchange.Suppliers;

/** Suppliers, how their reports do, and the records of their batches. */
@Controller
class SupplierController {
    private final Suppliers suppliers;
    private final SupplierHealths healths;
    private final Batches batches;
    private final Texts texts;

    SupplierController(Suppliers suppliers, SupplierHealths healths, Batches batches, Texts texts) {
        this.suppliers = suppliers;
        this.healths = healths;
        this.batches = batches;
        this.texts = texts;
    }

    @QueryMapping
    List<Supplier> suppliers(Viewer viewer, Scope scope) {
        return suppliers.list(viewer, scope);
    }

    @BatchMapping
    Map<Supplier, SupplierHealth> health(List<Supplier> found) {
        var byId = healths.findAll(found.stream().map(Supplier::id).toList());
        var each = new HashMap<Supplier, SupplierHealth>();
        byId.forEach((id, health) -> found.stream()
                .filter(supplier -> supplier.id().equals(id))
                .forEach(supplier -> each.put(supplier, health)));
        return each;
    }

    @SchemaMapping(typeName = "SupplierHealth", field = "lagHalfSeconds")
    @Nullable
    Integer lagHalf(SupplierHealth health) {
        return seconds(health.lagHalf());
    }

    @SchemaMapping(typeName = "SupplierHealth", field = "lagMostSeconds")
    @Nullable
    Integer lagMost(SupplierHealth health) {
        return seconds(health.lagMost());
    }

    private static @Nullable Integer seconds(@Nullable Duration lag) {
        return lag == null ? null : Math.clamp(lag.toSeconds(), 0, Integer.MAX_VALUE);
    }

    @SchemaMapping(typeName = "SupplierHealth", field = "waiting")
    List<SupplierHealth.CodeCount> waiting(SupplierHealth health) {
        return health.waitingByCode();
    }

    @QueryMapping
    Connection<Batch> batches(
            @Argument @Nullable String supplierId,
            @Argument int first,
            @Argument @Nullable String after,
            Viewer viewer,
            Scope scope) {
        var page = PageRequest.of(Batches.LIST, Batches.LIST_KEYS, first, after);
        return batches.list(RawIds.findSupplier(supplierId), page, viewer, scope);
    }

    @BatchMapping
    Map<Batch, Supplier> supplier(List<Batch> found) {
        return RawIds.each(found, Batch::supplier, suppliers);
    }

    @SchemaMapping
    UserError error(Batch.RefusedRow row, Locale locale) {
        return texts.userError(row.problem(), locale);
    }

    @SchemaMapping
    String fix(Batch.RefusedRow row, Locale locale) {
        return texts.get("exchange.fix." + row.problem().fix(), locale);
    }

    @SchemaMapping
    String payload(Batch.RefusedRow row) {
        return RawIds.json(row.payload());
    }

    @Bean
    static NodeFinder batchNodes(Batches batches) {
        return NodeFinder.of(Batch.class, batches::find);
    }
}
