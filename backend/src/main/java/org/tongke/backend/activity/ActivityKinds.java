package org.tongke.backend.activity;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongke.backend.community.programme.Wording;

/** The kinds of activities: data of the product ({@code activity/kinds.csv}), held in memory; asking costs no round trip. */
@Component
public class ActivityKinds {
    private final List<ActivityKind> inOrder = ProductRows.read(
            "kinds.csv",
            row -> new ActivityKind(
                    row.getField("code"),
                    new Wording(row.getField("zh"), row.getField("en")),
                    Boolean.parseBoolean(row.getField("subjectRequired")),
                    AttributeSchema.parse(ProductRows.text("kinds/" + row.getField("code") + ".json"))));

    /** All kinds. */
    public List<ActivityKind> list() {
        return inOrder;
    }

    /** The kind with a code. */
    public Optional<ActivityKind> find(String code) {
        return inOrder.stream().filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** The kind with a code. Throws if there is none. */
    public ActivityKind get(String code) {
        return find(code).orElseThrow(() -> new NoSuchElementException("no kind of activity " + code));
    }
}
