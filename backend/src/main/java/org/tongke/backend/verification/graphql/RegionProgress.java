package org.tongke.backend.verification.graphql;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.who.Placed;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.community.programme.Target;
import org.tongke.backend.directory.Region;
import org.tongke.backend.verification.RegionSums;

/** The type {@code RegionProgress} of the schema. It lies where the region lies. */
record RegionProgress(Region region, Programme programme, RegionSums sums, Instant asOf) implements Placed {

    @Override
    public Collection<String> places() {
        return region.places();
    }

    public @Nullable Target target() {
        return programme.targets().find(region.code()).orElse(null);
    }

    public int communityCount() {
        return sums.communityCount();
    }

    public int memberCount() {
        return sums.memberCount();
    }

    public int formedCount() {
        return sums.formedCount();
    }

    public int operatingCount() {
        return sums.operatingCount();
    }

    public @Nullable Double operatingShare() {
        return share(operatingCount());
    }

    public int verifiedCount() {
        return sums.verifiedCount();
    }

    public @Nullable Double verifiedShare() {
        return share(verifiedCount());
    }

    public int waitingCount() {
        return sums.waitingCount();
    }

    public int resubmittedCount() {
        return sums.resubmittedCount();
    }

    private @Nullable Double share(int count) {
        return communityCount() == 0 ? null : (double) count / communityCount();
    }
}
