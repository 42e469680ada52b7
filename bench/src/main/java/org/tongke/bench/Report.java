package org.tongke.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The rows of a run: printed as they come, and kept as CSV. */
final class Report {

    private static final String ROW =
            "%-28s %9.1f/s  p50 %8.2f ms  p95 %8.2f ms   bare %9.1f/s  p95 %8.2f ms   %4.0f %%";

    private final List<String> rows = new ArrayList<>();

    Report() {
        rows.add("activities,path,per_second,p50_ms,p95_ms,bare_per_second,bare_p50_ms,bare_p95_ms,share,load_average");
    }

    void add(int activities, String path, Figures product, Figures baseline) {
        var share = product.perSecond() / baseline.perSecond();
        System.out.println(ROW.formatted(
                path,
                product.perSecond(),
                millis(product.median()),
                millis(product.p95()),
                baseline.perSecond(),
                millis(baseline.p95()),
                share * 100));
        rows.add("%d,\"%s\",%.1f,%.2f,%.2f,%.1f,%.2f,%.2f,%.3f,%.1f"
                .formatted(
                        activities,
                        path,
                        product.perSecond(),
                        millis(product.median()),
                        millis(product.p95()),
                        baseline.perSecond(),
                        millis(baseline.median()),
                        millis(baseline.p95()),
                        share,
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    }

    String csv() {
        return String.join("\n", rows) + "\n";
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
