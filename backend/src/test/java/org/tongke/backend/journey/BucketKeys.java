package org.tongke.backend.journey;

import java.util.List;
import org.tongke.backend.community.Community;
import org.tongke.backend.support.Stores;

/** What lies in the bucket. */
final class BucketKeys {
    private BucketKeys() {}

    /** Of a community's files and those on their way from people of its world, without the parts that differ from run to run. */
    static List<String> of(Stores stores, Community community) {
        var world = community.id().substring(0, community.id().lastIndexOf('-') + 1);
        return stores.keys().stream()
                .filter(key -> key.contains(world))
                .map(key -> key.replaceFirst("^incoming/.*", "incoming").replaceFirst("^files/.*/", ""))
                .sorted()
                .toList();
    }
}
