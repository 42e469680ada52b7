package org.tongke.backend.evidence;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.bson.Document;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.programme.ProofKind;

/** Evidence as it is stored, without what makes it a fact. */
final class EvidenceDocument {
    static final String ID = "_id";
    /** Raw id of the community; of a county's document the list of all. Queries find either by equality. */
    static final String COMMUNITY = "community";
    /** Missing in what was confirmed before there was another one than CURRENT. */
    static final String STATE = "state";

    static final String CONFIRMED_AT = "confirmedAt";
    static final String REASON = "reason";

    static final String FILE = "file";
    private static final String FILE_HASH = "fileHash";
    private static final String PROOF_KIND = "proofKind";
    private static final String UPLOADED_BY = "uploadedBy";
    private static final String UPLOADER = "uploader";
    private static final String REPLACED_BY = "replacedBy";

    private EvidenceDocument() {}

    static Document write(Evidence evidence) {
        return claim(evidence)
                .append(FILE, evidence.fileId())
                .append(FILE_HASH, evidence.fileHash())
                .append(PROOF_KIND, evidence.proofKind().name())
                .append(Claim.FILE_NAME, evidence.fileName())
                .append(UPLOADED_BY, evidence.uploadedBy())
                .append(UPLOADER, evidence.uploaderId())
                .append(CONFIRMED_AT, Date.from(evidence.recordedAt()))
                .append(Claim.REPLACES, evidence.life().replaces());
    }

    /** What may change after it was confirmed. */
    static Document claim(Evidence evidence) {
        return new Document(
                        COMMUNITY,
                        evidence.isOfCounty()
                                ? evidence.communityIds()
                                : evidence.communityIds().getFirst())
                .append(Claim.COUNTY, evidence.countyCode())
                .append(Claim.PROGRAMME, evidence.programmeId())
                .append(Claim.CRITERION, evidence.criterion())
                .append(Claim.ACTIVITY, evidence.activityId())
                .append(Claim.NOTE, evidence.note())
                .append(Scope.PLACES, List.copyOf(evidence.places()))
                .append(STATE, evidence.state().name())
                .append(REPLACED_BY, evidence.life().replacedBy())
                .append(REASON, evidence.life().withdrawnFor());
    }

    /** @param programmeId of evidence from before it named one */
    static Evidence read(Document stored, Supplier<String> programmeId) {
        var by = Origin.from(stored.get(Fact.BY, Document.class));
        return new Evidence(
                stored.getString(ID),
                communities(stored),
                stored.getString(Claim.COUNTY),
                Objects.requireNonNullElseGet(stored.getString(Claim.PROGRAMME), programmeId),
                stored.getString(Claim.CRITERION),
                stored.getString(Claim.ACTIVITY),
                stored.getString(FILE),
                stored.getString(FILE_HASH),
                ProofKind.valueOf(stored.getString(PROOF_KIND)),
                stored.getString(Claim.FILE_NAME),
                stored.getString(Claim.NOTE),
                stored.getString(UPLOADED_BY),
                // evidence from before it was written down was never written again by anybody else
                Objects.requireNonNullElse(stored.getString(UPLOADER), by.account()),
                stored.getDate(CONFIRMED_AT).toInstant(),
                stored.getList(Scope.PLACES, String.class),
                life(stored));
    }

    private static List<String> communities(Document stored) {
        return stored.get(COMMUNITY) instanceof String one ? List.of(one) : stored.getList(COMMUNITY, String.class);
    }

    private static EvidenceLife life(Document stored) {
        var state = stored.getString(STATE);
        return new EvidenceLife(
                Fact.revisionOf(stored),
                state == null ? EvidenceState.CURRENT : EvidenceState.valueOf(state),
                stored.getString(Claim.REPLACES),
                stored.getString(REPLACED_BY),
                stored.getString(REASON),
                stored.getList(Fact.CHANGES, Document.class, List.of()).stream()
                        .map(EvidenceDocument::change)
                        .toList()
                        .reversed());
    }

    private static EvidenceChange change(Document stored) {
        return new EvidenceChange(
                Fact.revisionOf(stored),
                stored.getDate(Fact.RECORDED_AT).toInstant(),
                Origin.from(stored.get(Fact.BY, Document.class)).name(),
                stored.getList("fields", Document.class).stream()
                        .map(FieldChange::from)
                        .toList());
    }
}
