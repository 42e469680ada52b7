package org.tongke.frontend.community;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.contract.client.RaiseTargetGraphQLQuery;
import org.tongke.frontend.contract.client.RaiseTargetProjectionRoot;
import org.tongke.frontend.contract.client.RegionGraphQLQuery;
import org.tongke.frontend.contract.client.RegionProjectionRoot;
import org.tongke.frontend.contract.client.TargetProjection;
import org.tongke.frontend.contract.client.WithdrawTargetRaiseGraphQLQuery;
import org.tongke.frontend.contract.client.WithdrawTargetRaiseProjectionRoot;
import org.tongke.frontend.contract.types.RaiseTargetInput;
import org.tongke.frontend.contract.types.RaiseTargetPayload;
import org.tongke.frontend.contract.types.Region;
import org.tongke.frontend.contract.types.Target;
import org.tongke.frontend.contract.types.WithdrawTargetRaiseInput;
import org.tongke.frontend.contract.types.WithdrawTargetRaisePayload;

/** Targets of regions, and what cities do to them. Commands throw {@link RefusedException}. */
@Component
public class Targets {
    private final Backend backend;

    public Targets(Backend backend) {
        this.backend = backend;
    }

    /**
     * A region with its target, and all regions below with theirs.
     *
     * @param programmeId id of the programme; null for the current one
     */
    Optional<Region> find(String code, @Nullable String programmeId) {
        var wanted = new RegionProjectionRoot<>();
        var region = wanted.id().code().name();
        var above = region._parent().code().name();
        above._parent().code().name();
        var own = region.target(programmeId);
        target(own);
        own.programme().id().code().name();
        var sum = own.sums().computed().differs();
        sum.column();
        sum.printed().text();
        var said = own.raises().reason().by().at();
        said.goal().newMembers().pairedSchools();
        var below = region.children().code().name();
        target(below.target(programmeId));
        var units = below.children().code().name();
        target(units.target(programmeId));
        return backend.find(RegionGraphQLQuery.newRequest().code(code).build(), wanted, Region.class);
    }

    private static void target(TargetProjection<?, ?> target) {
        target.isRaised().viewerCanRaise().revision();
        target.region().id().name();
        target.schools().text();
        target.urban().text();
        target.town().text();
        target.rural().text();
        target.existingMerged().text();
        target.existingCoBuilt().text();
        target.existingCollaborative().text();
        target.newMembers().text();
        target.pairedSchools().text();
        target.goal().newMembers().pairedSchools();
        target.raise().reason();
        var formula = target.formula().exact().differs();
        formula.newMembers().text();
        formula.pairedSchools().text();
    }

    /** Asks more of a unit. */
    void raise(Target target, int newMembers, @Nullable Integer pairedSchools, String reason) {
        var wanted = new RaiseTargetProjectionRoot<>();
        wanted.errors().path().message().code();
        var input = RaiseTargetInput.newBuilder()
                .regionId(target.getRegion().getId())
                .programmeId(target.getProgramme().getId())
                .expectedRevision(target.getRevision())
                .newMembers(newMembers)
                .pairedSchools(pairedSchools)
                .reason(reason)
                .build();
        var payload = backend.get(
                RaiseTargetGraphQLQuery.newRequest().input(input).build(), wanted, RaiseTargetPayload.class);
        RefusedException.throwIfAny(payload.getErrors());
    }

    /** Takes a raise back. */
    void withdraw(Target target, String reason) {
        var wanted = new WithdrawTargetRaiseProjectionRoot<>();
        wanted.errors().path().message().code();
        var input = WithdrawTargetRaiseInput.newBuilder()
                .regionId(target.getRegion().getId())
                .programmeId(target.getProgramme().getId())
                .expectedRevision(target.getRevision())
                .reason(reason)
                .build();
        var payload = backend.get(
                WithdrawTargetRaiseGraphQLQuery.newRequest().input(input).build(),
                wanted,
                WithdrawTargetRaisePayload.class);
        RefusedException.throwIfAny(payload.getErrors());
    }
}
