package org.tongke.backend.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.tongke.backend.demo.DemoCounty.DemoSchool;
import org.tongke.backend.exchange.Batches;
import org.tongke.backend.exchange.ReportedRow;
import org.tongke.backend.exchange.Suppliers;

/**
 * The supplier with which anybody tries to report. It comes with some rows that wait and one that is wrong, so that there is
 * something to mend.
 */
@Component
@ConditionalOnBooleanProperty("tongke.demo")
class DemoSandbox {
    private static final UUID BATCH = UUID.fromString("5a4db0c5-0000-4000-8000-000000000001");

    private final Suppliers suppliers;
    private final Batches batches;
    private final DemoPeople people;
    private final Clock clock;
    private final ZoneId zone;

    DemoSandbox(Suppliers suppliers, Batches batches, DemoPeople people, Clock clock, ZoneId zone) {
        this.suppliers = suppliers;
        this.batches = batches;
        this.people = people;
        this.clock = clock;
        this.zone = zone;
    }

    /** Enters the supplier and, the first time, reports its rows: what somebody mended or discarded does not come back. */
    void put() {
        suppliers.put(DemoPeople.SANDBOX, people.sandbox().name());
        if (batches.find(DemoPeople.SANDBOX, BATCH).isEmpty()) {
            batches.sync(
                    DemoPeople.SANDBOX,
                    BATCH,
                    List.of(
                            row("wait-1", "圆的认识", "数学", DemoSchool.YUNXI.fullName(), "乐清市竹坞小学"),
                            row("wait-2", "图形的奥秘", "奥数", DemoSchool.YUNXI.fullName(), DemoSchool.ZHUWU.fullName()),
                            row("wait-3", "观潮", "语文", DemoSchool.HAITANG.fullName(), DemoSchool.LINGXIA.fullName()),
                            row("wrong-1", null, "语文", DemoSchool.YUNXI.fullName(), DemoSchool.ZHUWU.fullName())),
                    people.sandbox());
        }
    }

    private ReportedRow row(String id, @Nullable String title, String subject, String from, String to) {
        var day = LocalDate.ofInstant(clock.instant(), zone).plusDays(1);
        return new ReportedRow(
                id,
                1,
                "PLANNED",
                "SYNCED_LESSON",
                title,
                subject,
                "四年级1班",
                day + "T13:30:00+08:00",
                day + "T14:10:00+08:00",
                List.of(new ReportedRow.School(from, null, null), new ReportedRow.School(to, null, null)),
                List.of(),
                null);
    }
}
