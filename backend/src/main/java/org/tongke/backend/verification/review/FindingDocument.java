package org.tongke.backend.verification.review;

import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.mongo.Values;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.community.programme.Wording;
import org.tongke.backend.verification.ProgressDocument;
import org.tongke.backend.verification.Review;
import org.tongke.backend.verification.Verdict;

/** Findings and decisions as they are stored. */
final class FindingDocument {
    static final String ID = "_id";
    static final String KIND = "kind";
    static final String AT = "at";
    static final String WAITING_SINCE = "waitingSince";
    static final String RESUBMITTED = "resubmitted";
    static final String REASON = "reason";
    static final String LATEST = "latest";
    static final String NUMBER = "number";

    private static final String JUDGEMENT = "judgement";
    private static final String BEFORE = "before";
    private static final String BY = "saidBy";
    private static final String ITEMS = "items";
    private static final String SEEN = "seen";
    private static final String CRITERION = "criterion";
    private static final String FACT = "fact";
    private static final String MODE = "mode";
    private static final String VERIFIED_AT = "verifiedAt";
    private static final String CRITERIA = "criteria";
    private static final String NAME = "name";
    private static final String ENGLISH_NAME = "nameEn";
    private static final String STOOD = "stood";
    private static final String FILES = "files";
    private static final String EVIDENCE = "evidence";
    private static final String ACTIVITY = "activity";
    private static final String FILE = "file";
    private static final String SHA256 = "sha256";
    private static final String FILE_NAME = "fileName";
    private static final String UPLOADED_BY = "uploadedBy";
    private static final String UPLOADER = "uploader";
    private static final String RECORDED_AT = "recordedAt";

    private FindingDocument() {}

    static Document write(Said said) {
        return new Document(KIND, said.verdict().kind().name())
                .append(AT, Values.date(said.verdict().at()))
                .append(WAITING_SINCE, Values.date(said.verdict().waitingSince()))
                .append(RESUBMITTED, said.verdict().resubmitted())
                .append(LATEST, write(said.latest()))
                .append(JUDGEMENT, writeOrNull(said.judgement()))
                .append(BEFORE, writeOrNull(said.before()));
    }

    static Said readSaid(Document stored) {
        return new Said(
                readDecision(stored.get(LATEST, Document.class)),
                readOrNull(stored, JUDGEMENT),
                readOrNull(stored, BEFORE),
                readVerdict(stored));
    }

    static Verdict readVerdict(Document stored) {
        return new Verdict(
                Verdict.Kind.valueOf(stored.getString(KIND)),
                Values.instant(stored, AT),
                Values.findInstant(stored, WAITING_SINCE),
                stored.getBoolean(RESUBMITTED, false));
    }

    private static @Nullable Document writeOrNull(@Nullable Decision decision) {
        return decision == null ? null : write(decision);
    }

    private static @Nullable Decision readOrNull(Document stored, String field) {
        var decision = stored.get(field, Document.class);
        return decision == null ? null : readDecision(decision);
    }

    static Document write(Decision decision) {
        return new Document(ID, decision.id())
                .append(KIND, decision.kind().name())
                .append(NUMBER, decision.revision())
                .append(BY, decision.by().toDocument())
                .append(AT, Values.date(decision.at()))
                .append(REASON, decision.reason())
                .append(ITEMS, Values.documents(decision.items(), FindingDocument::write))
                .append(SEEN, decision.seen() == null ? null : write(decision.seen()));
    }

    static Decision readDecision(Document stored) {
        var seen = stored.get(SEEN, Document.class);
        return new Decision(
                stored.getString(ID),
                Verdict.Kind.valueOf(stored.getString(KIND)),
                stored.get(NUMBER, Number.class).longValue(),
                Origin.from(stored.get(BY, Document.class)),
                Values.instant(stored, AT),
                stored.getString(REASON),
                Values.list(stored, ITEMS, FindingDocument::readItem),
                seen == null ? null : readSeen(seen));
    }

    private static Document write(SentBackItem item) {
        return new Document(CRITERION, item.criterion())
                .append(FACT, item.fact() == null ? null : ProgressDocument.write(item.fact()))
                .append(REASON, item.reason());
    }

    private static SentBackItem readItem(Document stored) {
        return new SentBackItem(
                stored.getString(CRITERION),
                Optional.ofNullable(stored.get(FACT, Document.class))
                        .map(ProgressDocument::readFact)
                        .orElse(null),
                stored.getString(REASON));
    }

    private static Document write(Seen seen) {
        return new Document(MODE, seen.mode().name())
                .append(AT, Values.date(seen.at()))
                .append(VERIFIED_AT, Values.date(seen.review().verifiedAt()))
                .append(WAITING_SINCE, Values.date(seen.review().waitingSince()))
                .append(RESUBMITTED, seen.review().resubmitted())
                .append(CRITERIA, Values.documents(seen.criteria(), FindingDocument::write))
                .append(FILES, Values.documents(seen.files(), FindingDocument::write));
    }

    private static Seen readSeen(Document stored) {
        return new Seen(
                Mode.valueOf(stored.getString(MODE)),
                Values.instant(stored, AT),
                new Review(
                        Values.findInstant(stored, VERIFIED_AT),
                        Values.findInstant(stored, WAITING_SINCE),
                        stored.getBoolean(RESUBMITTED, false)),
                Values.list(stored, CRITERIA, FindingDocument::readCriterion),
                Values.list(stored, FILES, FindingDocument::readFile));
    }

    private static Document write(Seen.Criterion criterion) {
        return new Document(NAME, criterion.name().zh())
                .append(ENGLISH_NAME, criterion.name().en())
                .append(STOOD, ProgressDocument.write(criterion.stood()));
    }

    private static Seen.Criterion readCriterion(Document stored) {
        return new Seen.Criterion(
                new Wording(stored.getString(NAME), stored.getString(ENGLISH_NAME)),
                ProgressDocument.readCriterion(stored.get(STOOD, Document.class)));
    }

    private static Document write(SeenFile file) {
        return new Document(EVIDENCE, file.evidenceId())
                .append(CRITERION, file.criterion())
                .append(ACTIVITY, file.activityId())
                .append(FILE, file.fileId())
                .append(SHA256, file.sha256())
                .append(FILE_NAME, file.fileName())
                .append(UPLOADED_BY, file.uploadedBy())
                .append(UPLOADER, file.uploaderId())
                .append(RECORDED_AT, Values.date(file.recordedAt()));
    }

    private static SeenFile readFile(Document stored) {
        return new SeenFile(
                stored.getString(EVIDENCE),
                stored.getString(CRITERION),
                stored.getString(ACTIVITY),
                stored.getString(FILE),
                stored.getString(SHA256),
                stored.getString(FILE_NAME),
                stored.getString(UPLOADED_BY),
                stored.getString(UPLOADER),
                Values.instant(stored, RECORDED_AT));
    }
}
