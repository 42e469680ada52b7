package org.tongke.backend.activity;

import java.util.List;
import org.tongke.backend.base.ProductFiles;
import org.tongke.backend.community.programme.Wording;

/** The kinds that the product brings along: {@code activity/kinds.csv}, and for each its schema under {@code activity/kinds/}. */
final class ProductKinds {

    private ProductKinds() {}

    /** All of them, in their order. */
    static List<ActivityKind> read() {
        return ProductFiles.rows(
                "activity/kinds.csv",
                row -> new ActivityKind(
                        row.getField("code"),
                        new Wording(row.getField("zh"), row.getField("en")),
                        Boolean.parseBoolean(row.getField("subjectRequired")),
                        AttributeSchema.parse(ProductFiles.text("activity/kinds/" + row.getField("code") + ".json")),
                        1));
    }
}
