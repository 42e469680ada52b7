package org.tongke.backend.exchange.graphql;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.activity.ActivityCounts;
import org.tongke.backend.activity.ActivityCounts.FilterCount;
import org.tongke.backend.activity.ActivityFacet;
import org.tongke.backend.exchange.Suppliers;

/** {@code ActivityCounts.suppliers}: a field of a lower room's type. */
@Controller
class SupplierCountsController {
    private final Suppliers suppliers;

    SupplierCountsController(Suppliers suppliers) {
        this.suppliers = suppliers;
    }

    @SchemaMapping
    List<FilterCount> suppliers(ActivityCounts counts) {
        var chosen = counts.filter().supplierIds();
        var found = counts.of(ActivityFacet.SUPPLIER);
        var names = suppliers.findNames(
                Stream.concat(found.keySet().stream(), chosen.stream()).collect(Collectors.toSet()));
        return ActivityCounts.list(
                found,
                names.keySet().stream().sorted().toList(),
                chosen,
                id -> new ActivityCounts.Named(id, names.getOrDefault(id, id)));
    }
}
