package org.tongke.frontend.directory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.contract.client.RegionGraphQLQuery;
import org.tongke.frontend.contract.client.RegionProjectionRoot;
import org.tongke.frontend.contract.types.Region;

/** All regions from the province down, in the order of the notice's annex 1. The same for everybody, so kept for some minutes. */
@Component
public class Regions {
    private static final String PROVINCE = "33";
    private static final Duration FRESH = Duration.ofMinutes(10);

    private record Kept(List<RegionItem> items, Instant since) {}

    private final Backend backend;
    private final InstantSource clock = InstantSource.system();
    private volatile @Nullable Kept kept;

    public Regions(Backend backend) {
        this.backend = backend;
    }

    /** All regions, each city followed by its counties. */
    public List<RegionItem> list() {
        var now = clock.instant();
        var last = kept;
        if (last == null || last.since().plus(FRESH).isBefore(now)) {
            last = new Kept(ask(), now);
            kept = last;
        }
        return last.items();
    }

    /** The region with a division code. */
    public Optional<RegionItem> find(String code) {
        return list().stream().filter(item -> item.code().equals(code)).findFirst();
    }

    /** The region with an id. */
    public Optional<RegionItem> findById(String id) {
        return list().stream().filter(item -> item.id().equals(id)).findFirst();
    }

    private List<RegionItem> ask() {
        var wanted = new RegionProjectionRoot<>();
        var city = wanted.id().code().name().children();
        city.id().code().name();
        city.children().id().code().name();
        var items = new ArrayList<RegionItem>();
        backend.find(RegionGraphQLQuery.newRequest().code(PROVINCE).build(), wanted, Region.class)
                .ifPresent(province -> {
                    items.add(item(province, "", province.getName()));
                    for (var each : province.getChildren()) {
                        items.add(item(each, province.getCode(), each.getName()));
                        each.getChildren()
                                .forEach(county -> items.add(
                                        item(county, each.getCode(), each.getName() + " · " + county.getName())));
                    }
                });
        return List.copyOf(items);
    }

    private static RegionItem item(Region region, String above, String label) {
        return new RegionItem(region.getCode(), region.getId(), above, region.getName(), label);
    }
}
