package org.tongke.backend.evidence;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.Node;
import org.tongke.backend.base.who.Placed;
import org.tongke.backend.community.programme.ProofKind;

/**
 * The claim that a file proves something.
 *
 * @param id raw id, derived from the upload's ticket
 * @param communityIds raw ids of the communities that it speaks for: one, or those of the county that issued it
 * @param countyCode code of the county that issued it for several communities; null where it is of one community
 * @param programmeId raw id of the programme whose standard asks for it
 * @param criterion the criterion that it proves, as in 2.1
 * @param activityId raw id of the activity that it shows; null if it shows none in particular
 * @param fileId raw id of the file
 * @param fileHash SHA-256 of the file's bytes: one file counts once per criterion
 * @param proofKind what kind of file it is
 * @param fileName name of the file on the device
 * @param note note of the uploader; null if there is none
 * @param uploadedBy name of the uploader
 * @param uploaderId raw id of the uploader's account
 * @param recordedAt when it was confirmed
 * @param places keys of the communities' schools and their regions
 * @param life what has become of it since
 */
public record Evidence(
        String id,
        List<String> communityIds,
        @Nullable String countyCode,
        String programmeId,
        String criterion,
        @Nullable String activityId,
        String fileId,
        String fileHash,
        ProofKind proofKind,
        String fileName,
        @Nullable String note,
        String uploadedBy,
        String uploaderId,
        Instant recordedAt,
        Collection<String> places,
        EvidenceLife life)
        implements Node, Placed {

    public Evidence {
        communityIds = List.copyOf(communityIds);
        places = List.copyOf(places);
    }

    @Override
    public GlobalId globalId() {
        return new GlobalId("Evidence", id);
    }

    /** How often it was written. */
    public long revision() {
        return life.revision();
    }

    /** Whether it still speaks. */
    public EvidenceState state() {
        return life.state();
    }

    /** Whether it is one county document for several communities. */
    public boolean isOfCounty() {
        return countyCode != null;
    }

    Evidence with(EvidenceLife next) {
        return new Evidence(
                id,
                communityIds,
                countyCode,
                programmeId,
                criterion,
                activityId,
                fileId,
                fileHash,
                proofKind,
                fileName,
                note,
                uploadedBy,
                uploaderId,
                recordedAt,
                places,
                next);
    }

    /** The same file, said to prove something else. */
    Evidence claiming(
            ClaimedFor claimed,
            String newProgrammeId,
            String newCriterion,
            @Nullable String newActivityId,
            @Nullable String newNote) {
        return new Evidence(
                id,
                claimed.communityIds(),
                countyCode,
                newProgrammeId,
                newCriterion,
                newActivityId,
                fileId,
                fileHash,
                proofKind,
                fileName,
                newNote,
                uploadedBy,
                uploaderId,
                recordedAt,
                claimed.places(),
                life.next(life.state(), null, null));
    }
}
