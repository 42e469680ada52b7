package org.tongke.backend.verification.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.evidence.Evidence;
import org.tongke.backend.evidence.EvidenceClaims;
import org.tongke.backend.verification.CommunityProgress;
import org.tongke.backend.verification.ProgressId;
import org.tongke.backend.verification.evaluation.FactRef;

/** The evidence that stands before a reviewer: what was given in the programme, or what one of its criteria looked at. */
@Component
class FindingFiles {
    private final EvidenceClaims evidence;

    FindingFiles(EvidenceClaims evidence) {
        this.evidence = evidence;
    }

    /** The files of each of some communities. One round trip. */
    Map<ProgressId, List<SeenFile>> of(Collection<CommunityProgress> progress) {
        var communities = progress.stream().map(one -> one.id().communityId()).collect(Collectors.toSet());
        var all = new HashMap<String, List<Evidence>>();
        if (!communities.isEmpty()) {
            evidence.findByCommunities(communities, Scope.EVERYWHERE)
                    .forEach(one -> one.communityIds()
                            .forEach(id -> all.computeIfAbsent(id, any -> new ArrayList<>())
                                    .add(one)));
        }
        return progress.stream()
                .collect(Collectors.toMap(
                        CommunityProgress::id,
                        one -> of(one, all.getOrDefault(one.id().communityId(), List.of())),
                        (one, same) -> one));
    }

    private static List<SeenFile> of(CommunityProgress progress, List<Evidence> all) {
        var lookedAt = progress.criteria().stream()
                .flatMap(criterion -> criterion.facts().stream())
                .filter(fact -> fact.fact().type() == FactRef.Type.EVIDENCE)
                .map(fact -> fact.fact().id())
                .collect(Collectors.toSet());
        return all.stream()
                .filter(one -> one.programmeId().equals(progress.id().programmeId()) || lookedAt.contains(one.id()))
                .map(SeenFile::of)
                .toList();
    }
}
