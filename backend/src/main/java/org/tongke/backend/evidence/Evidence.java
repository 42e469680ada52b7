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
 * @param communityId raw id of the community that it speaks for
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
 * @param places keys of the community's schools and their regions
 */
public record Evidence(
        String id,
        String communityId,
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
        Collection<String> places)
        implements Node, Placed {

    public Evidence {
        places = List.copyOf(places);
    }

    @Override
    public GlobalId globalId() {
        return new GlobalId("Evidence", id);
    }
}
