package org.tongke.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The rows of a run: printed as they come, and kept as CSV. */
final class Report {

    private static final String ROW =
            "%-40s %8.1f/s  p95 %8.2f ms  cpu %8.2f ms   bare %8.1f/s  p95 %8.2f ms  cpu %8.2f ms   %4.0f %%, by cpu %4.0f %%";

    private final List<String> rows = new ArrayList<>();

    Report() {
        rows.add(
                "activities,path,per_second,p50_ms,p95_ms,bare_per_second,bare_p50_ms,bare_p95_ms,share,load_average,cpu_ms,bare_cpu_ms");
    }

    void add(int activities, String path, Figures product, Figures baseline) {
        var share = product.perSecond() / baseline.perSecond();
        System.out.println(ROW.formatted(
                path,
                product.perSecond(),
                millis(product.p95()),
                millis(product.cpu()),
                baseline.perSecond(),
                millis(baseline.p95()),
                millis(baseline.cpu()),
                share * 100,
                100 * millis(baseline.cpu()) / millis(product.cpu())));
        rows.add("%d,\"%s\",%.1f,%.2f,%.2f,%.1f,%.2f,%.2f,%.3f,%.1f,%.3f,%.3f"
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
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        millis(product.cpu()),
                        millis(baseline.cpu())));
    }

    String csv() {
        return String.join("\n", rows) + "\n";
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
