package org.tongke.backend.verification;

import com.mongodb.client.model.Projections;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.tongke.backend.base.mongo.Values;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.programme.DocumentAsked;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.community.programme.ProofKind;
import org.tongke.backend.community.programme.Wording;
import org.tongke.backend.verification.deadline.CommunityStanding;
import org.tongke.backend.verification.deadline.Pace;
import org.tongke.backend.verification.evaluation.CriterionResult.State;
import org.tongke.backend.verification.evaluation.FactRef;
import org.tongke.backend.verification.evaluation.Measure;
import org.tongke.backend.verification.evaluation.Missing;
import org.tongke.backend.verification.evaluation.Rejected;

/** Progress as it is stored, without what makes it a fact; a finding keeps criteria in the same form. */
public final class ProgressDocument {
    static final String ID = "_id";
    static final String PROGRAMME = "programme";
    static final String IS_NEW = "isNew";
    static final String MEMBER_COUNT = "memberCount";
    static final String FORMED = "formed";
    static final String OPERATING = "operating";
    static final String VERIFIED_AT = "verifiedAt";
    static final String WAITING_SINCE = "waitingSince";
    static final String RESUBMITTED = "resubmitted";
    /** Order of the queue of those that wait for the county; null where a community does not wait. */
    static final String QUEUE_KEY = "queueKey";

    static final String SORT_KEY = "sortKey";
    static final String NEXT_DUE_AT = "nextDueAt";

    private static final String COMMUNITY = "community";
    private static final String MODE = "mode";
    private static final String COUNTY = "county";
    private static final String CRITERIA = "criteria";
    private static final String PACES = "paces";
    private static final String ASKED_COUNT = "askedCount";
    private static final String MET_COUNT = "metCount";
    private static final String CODE = "code";
    private static final String STATE = "state";
    private static final String MEASURES = "measures";
    private static final String MISSING = "missing";
    private static final String FACTS = "facts";
    private static final String OF = "of";
    private static final String PAIRED_WITH = "pairedWith";
    private static final String NEEDED = "needed";
    private static final String PRESENT = "present";
    private static final String COUNT = "count";
    private static final String KINDS = "kinds";
    private static final String NEED = "need";
    private static final String NAME = "name";
    private static final String ENGLISH_NAME = "nameEn";
    private static final String SCHOOLS = "schools";
    private static final String TYPE = "type";
    private static final String FACT = "fact";
    private static final String SUBJECT = "subject";
    private static final String AT = "at";
    private static final String REASON = "reason";

    private ProgressDocument() {}

    static Document write(CommunityProgress progress) {
        return new Document(PROGRAMME, progress.id().programmeId())
                .append(COMMUNITY, progress.id().communityId())
                .append(IS_NEW, true)
                .append(MODE, progress.mode().name())
                .append(COUNTY, progress.countyCode())
                .append(MEMBER_COUNT, progress.memberCount())
                .append(CRITERIA, Values.documents(progress.criteria(), ProgressDocument::write))
                .append(PACES, Values.documents(progress.paces(), ProgressDocument::write))
                .append(ASKED_COUNT, progress.askedCount())
                .append(MET_COUNT, progress.metCount())
                .append(FORMED, progress.formed())
                .append(OPERATING, progress.operating())
                .append(VERIFIED_AT, Values.date(progress.review().verifiedAt()))
                .append(WAITING_SINCE, Values.date(progress.review().waitingSince()))
                .append(RESUBMITTED, progress.review().resubmitted())
                .append(QUEUE_KEY, progress.review().queueKey())
                .append(NEXT_DUE_AT, Values.date(progress.nextDueAt()))
                .append(SORT_KEY, progress.sortKey())
                .append(Scope.PLACES, List.copyOf(progress.places()));
    }

    /** Nothing: the community is not, or no longer, one of the programme's new ones. It lies at no place, so no list finds it. */
    static Document writeNone() {
        return new Document(IS_NEW, false)
                .append(NEXT_DUE_AT, null)
                .append(QUEUE_KEY, null)
                .append(Scope.PLACES, List.of());
    }

    static CommunityProgress read(Document stored) {
        return new CommunityProgress(
                ProgressId.of(stored.getString(ID)),
                Mode.valueOf(stored.getString(MODE)),
                stored.getString(COUNTY),
                stored.getInteger(MEMBER_COUNT),
                Values.list(stored, CRITERIA, ProgressDocument::readCriterion),
                paces(stored),
                new Review(
                        Values.findInstant(stored, VERIFIED_AT),
                        Values.findInstant(stored, WAITING_SINCE),
                        stored.getBoolean(RESUBMITTED, false)),
                Values.findInstant(stored, NEXT_DUE_AT),
                stored.getString(SORT_KEY),
                stored.getList(Scope.PLACES, String.class),
                null);
    }

    /** All but the facts, which are nine tenths of it. */
    static Bson withoutFacts() {
        return Projections.exclude(CRITERIA + "." + FACTS);
    }

    /** What {@link #readStanding} reads. */
    static Bson standingFields() {
        return Projections.include(
                COMMUNITY,
                MEMBER_COUNT,
                FORMED,
                CRITERIA + "." + CODE,
                CRITERIA + "." + STATE,
                OPERATING,
                VERIFIED_AT,
                WAITING_SINCE,
                RESUBMITTED,
                PACES,
                SORT_KEY,
                Scope.PLACES);
    }

    private static boolean hasPlan(Document stored) {
        return stored.getList(CRITERIA, Document.class, List.of()).stream()
                .anyMatch(criterion -> CommunityProgress.PLAN.equals(criterion.getString(CODE))
                        && State.MET.name().equals(criterion.getString(STATE)));
    }

    /** As far as sums and dates need it. */
    static CommunityStanding readStanding(Document stored) {
        return new CommunityStanding(
                stored.getString(COMMUNITY),
                stored.getInteger(MEMBER_COUNT),
                stored.getBoolean(FORMED),
                hasPlan(stored),
                stored.getBoolean(OPERATING),
                Values.findInstant(stored, VERIFIED_AT),
                stored.getDate(WAITING_SINCE) != null,
                stored.getBoolean(RESUBMITTED, false),
                paces(stored),
                stored.getString(SORT_KEY),
                stored.getList(Scope.PLACES, String.class));
    }

    /** What was written before there were paces has none; the sweep looks at it anew. */
    private static List<Pace> paces(Document stored) {
        return Values.list(stored, PACES, ProgressDocument::readPace);
    }

    private static Document write(Pace pace) {
        return new Document(CODE, pace.kind())
                .append(PRESENT, pace.present())
                .append(NEEDED, pace.needed())
                .append(AT, Values.date(pace.firstAt()));
    }

    private static Pace readPace(Document stored) {
        return new Pace(
                stored.getString(CODE),
                stored.getInteger(PRESENT),
                stored.getInteger(NEEDED),
                Values.findInstant(stored, AT));
    }

    /** A criterion as it is stored. */
    public static Document write(CriterionProgress criterion) {
        return new Document(CODE, criterion.code())
                .append(STATE, criterion.state().name())
                .append(MEASURES, Values.documents(criterion.measures(), ProgressDocument::write))
                .append(MISSING, Values.documents(criterion.missing(), ProgressDocument::write))
                .append(FACTS, Values.documents(criterion.facts(), ProgressDocument::write));
    }

    /** A criterion as it was stored. */
    public static CriterionProgress readCriterion(Document stored) {
        return new CriterionProgress(
                stored.getString(CODE),
                State.valueOf(stored.getString(STATE)),
                Values.list(stored, MEASURES, ProgressDocument::readMeasure),
                Values.list(stored, MISSING, ProgressDocument::readMissing),
                // lists of many communities do without
                stored.containsKey(FACTS) ? Values.list(stored, FACTS, ProgressDocument::readFact) : List.of());
    }

    private static Document write(Measure measure) {
        return new Document(OF, measure.of().name())
                .append(CODE, measure.code())
                .append(PAIRED_WITH, measure.pairedWith())
                .append(NEEDED, measure.needed())
                .append(PRESENT, measure.present());
    }

    private static Measure readMeasure(Document stored) {
        return new Measure(
                Measure.Quantity.valueOf(stored.getString(OF)),
                stored.getString(CODE),
                stored.getString(PAIRED_WITH),
                stored.getInteger(NEEDED),
                stored.getInteger(PRESENT));
    }

    private static Document write(Missing missing) {
        return switch (missing) {
            case Missing.Subjects(var kind, var count, var pairedWith) ->
                missing(Measure.Quantity.SUBJECTS, kind, count).append(PAIRED_WITH, pairedWith);
            case Missing.Activities(var kind, var count, var pairedWith) ->
                missing(Measure.Quantity.ACTIVITIES, kind, count).append(PAIRED_WITH, pairedWith);
            case Missing.Document(var document, var count) ->
                missing(Measure.Quantity.DOCUMENTS, document.code(), count)
                        .append(
                                KINDS,
                                document.kinds().stream()
                                        .map(Enum::name)
                                        .sorted()
                                        .toList())
                        .append(NEED, document.need().name())
                        .append(NAME, document.name().zh())
                        .append(ENGLISH_NAME, document.name().en());
            case Missing.Members(var schools) ->
                missing(Measure.Quantity.MEMBERS, "", schools.size()).append(SCHOOLS, schools);
        };
    }

    private static Document missing(Measure.Quantity of, String code, int count) {
        return new Document(OF, of.name()).append(CODE, code).append(COUNT, count);
    }

    private static Missing readMissing(Document stored) {
        var code = stored.getString(CODE);
        int count = stored.getInteger(COUNT);
        return switch (Measure.Quantity.valueOf(stored.getString(OF))) {
            case SUBJECTS -> new Missing.Subjects(code, count, stored.getString(PAIRED_WITH));
            case ACTIVITIES -> new Missing.Activities(code, count, stored.getString(PAIRED_WITH));
            case DOCUMENTS -> new Missing.Document(readAsked(stored), count);
            case MEMBERS -> new Missing.Members(stored.getList(SCHOOLS, String.class));
        };
    }

    private static DocumentAsked readAsked(Document stored) {
        var kinds = stored.getList(KINDS, String.class).stream()
                .map(ProofKind::valueOf)
                .collect(Collectors.toSet());
        return new DocumentAsked(
                stored.getString(CODE),
                kinds,
                DocumentAsked.Need.valueOf(stored.getString(NEED)),
                new Wording(stored.getString(NAME), stored.getString(ENGLISH_NAME)));
    }

    /** A fact as it is stored. */
    public static Document write(ProgressFact fact) {
        return new Document(TYPE, fact.fact().type().name())
                .append(FACT, fact.fact().id())
                .append(NAME, fact.name())
                .append(SUBJECT, fact.subjectCode())
                .append(AT, Values.date(fact.at()))
                .append(REASON, fact.reason() == null ? null : fact.reason().name());
    }

    /** A fact as it was stored. */
    public static ProgressFact readFact(Document stored) {
        var reason = stored.getString(REASON);
        return new ProgressFact(
                new FactRef(FactRef.Type.valueOf(stored.getString(TYPE)), stored.getString(FACT)),
                stored.getString(NAME),
                stored.getString(SUBJECT),
                Values.instant(stored, AT),
                reason == null ? null : Rejected.Reason.valueOf(reason));
    }
}
