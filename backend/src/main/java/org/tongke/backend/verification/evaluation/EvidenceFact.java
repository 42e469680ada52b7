package org.tongke.backend.verification.evaluation;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.community.programme.ProofKind;

/**
 * The claim that a file proves something of the community.
 *
 * @param id id of the evidence
 * @param criterion id of the criterion it is for; null where only the activity is named
 * @param activity id of the activity it shows; null where it is for the criterion as a whole
 * @param kind kind of the file
 * @param fileHash hash of the file's bytes: the same hash is the same file
 */
public record EvidenceFact(
        String id, @Nullable String criterion, @Nullable String activity, ProofKind kind, String fileHash) {

    static final Comparator<EvidenceFact> ORDER = Comparator.comparing(EvidenceFact::id)
            .thenComparing(EvidenceFact::fileHash)
            .thenComparing(EvidenceFact::kind)
            .thenComparing(EvidenceFact::criterion, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(EvidenceFact::activity, Comparator.nullsFirst(Comparator.naturalOrder()));
}
