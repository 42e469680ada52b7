package org.tongke.backend.verification.graphql;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.who.Placed;
import org.tongke.backend.community.RaisedTargets;
import org.tongke.backend.community.RegionTarget;
import org.tongke.backend.community.programme.Goal;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.directory.Region;
import org.tongke.backend.verification.AsOf;
import org.tongke.backend.verification.deadline.MilestoneStanding;
import org.tongke.backend.verification.deadline.RegionStanding;

/** The type {@code RegionProgress} of the schema. It lies where the region lies. */
record RegionProgress(Region region, Programme programme, RegionStanding standing, AsOf moment) implements Placed {

    @Override
    public Collection<String> places() {
        return region.places();
    }

    public @Nullable RegionTarget target() {
        return RaisedTargets.target(programme, region).orElse(null);
    }

    public @Nullable Goal goal() {
        return standing.goal();
    }

    public int communityCount() {
        return standing.planned().communities();
    }

    public int memberCount() {
        return standing.planned().members();
    }

    public int formedCount() {
        return standing.formed().communities();
    }

    public int formedMemberCount() {
        return standing.formed().members();
    }

    public int operatingCount() {
        return standing.operating().communities();
    }

    public int operatingMemberCount() {
        return standing.operating().members();
    }

    public @Nullable Double operatingShare() {
        return share(operatingCount());
    }

    public int verifiedCount() {
        return standing.verified().communities();
    }

    public int verifiedMemberCount() {
        return standing.verified().members();
    }

    public @Nullable Double verifiedShare() {
        return share(verifiedCount());
    }

    public @Nullable Double targetShare() {
        return standing.targetShare();
    }

    public int waitingCount() {
        return standing.waiting().communities();
    }

    public int resubmittedCount() {
        return standing.resubmitted().communities();
    }

    public List<MilestoneStanding> milestones() {
        return standing.milestones();
    }

    public int lateCount() {
        return standing.lateCount();
    }

    public Instant asOf() {
        return moment.at();
    }

    private @Nullable Double share(int count) {
        return communityCount() == 0 ? null : (double) count / communityCount();
    }
}
