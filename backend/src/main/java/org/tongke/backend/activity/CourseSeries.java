package org.tongke.backend.activity;

import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.Node;

/**
 * Lessons that belong together, as their supplier numbers them.
 *
 * @param supplier raw id of the supplier, without a colon
 * @param externalId the supplier's id of the series
 * @param name its name, as the supplier last told it
 * @param supplierName name of the supplier
 */
public record CourseSeries(String supplier, String externalId, String name, String supplierName) implements Node {

    public CourseSeries {
        if (supplier.isEmpty() || supplier.indexOf(':') >= 0 || externalId.isEmpty()) {
            throw new IllegalArgumentException("not a series: " + supplier + ":" + externalId);
        }
    }

    /** Raw id. */
    public String id() {
        return supplier + ":" + externalId;
    }

    @Override
    public GlobalId globalId() {
        return new GlobalId("CourseSeries", id());
    }
}
