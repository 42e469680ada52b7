package org.tongke.frontend.timetable.correction;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.contract.client.AskCorrectionGraphQLQuery;
import org.tongke.frontend.contract.client.AskCorrectionProjectionRoot;
import org.tongke.frontend.contract.client.CorrectionsGraphQLQuery;
import org.tongke.frontend.contract.client.CorrectionsProjectionRoot;
import org.tongke.frontend.contract.client.SettleCorrectionGraphQLQuery;
import org.tongke.frontend.contract.client.SettleCorrectionProjectionRoot;
import org.tongke.frontend.contract.types.AskCorrectionInput;
import org.tongke.frontend.contract.types.Correction;
import org.tongke.frontend.contract.types.CorrectionConnection;
import org.tongke.frontend.contract.types.CorrectionKind;
import org.tongke.frontend.contract.types.CorrectionPayload;
import org.tongke.frontend.contract.types.Role;
import org.tongke.frontend.contract.types.SettleCorrectionInput;

/** What is said to be wrong with lessons. Commands can be repeated, and throw {@link RefusedException} with the reasons. */
@Component
public class Corrections {
    private static final int PAGE = 20;

    private final Backend backend;

    public Corrections(Backend backend) {
        this.backend = backend;
    }

    /**
     * A page of those that the caller may see to, or has said; the newest first.
     *
     * @param open those that wait, or those that were seen to
     */
    CorrectionConnection list(boolean open, @Nullable String after) {
        var wanted = new CorrectionsProjectionRoot<>();
        wanted.pageInfo().hasNextPage().endCursor();
        var one = wanted.edges()
                .node()
                .id()
                .revision()
                .title()
                .startsAt()
                .kindWords()
                .text()
                .reportedBy()
                .reportedAt()
                .viewerCanSettle();
        var lesson = one.activity().id().startsAt().endsAt().supplierName().viewerCanEdit();
        lesson.state();
        lesson.schools().name();
        one.settlement().by().at().note();
        var query = CorrectionsGraphQLQuery.newRequest().open(open).first(PAGE);
        return backend.get((after == null ? query : query.after(after)).build(), wanted, CorrectionConnection.class);
    }

    /** Whether somebody may say that something is wrong with lessons: who has to do with them at a school or an office. */
    public static boolean mayAsk(SignedIn person) {
        return person.hasTimetable() || person.is(Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.PROVINCE_OFFICER);
    }

    /** Says that something is wrong with a lesson. */
    void ask(UUID id, String lessonId, CorrectionKind kind, String words) {
        var wanted = new AskCorrectionProjectionRoot<>();
        wanted.errors().path().message().code();
        var input = AskCorrectionInput.newBuilder()
                .id(id)
                .activityId(lessonId)
                .kind(kind)
                .text(words.isBlank() ? null : words)
                .build();
        var payload = backend.get(
                AskCorrectionGraphQLQuery.newRequest().input(input).build(), wanted, CorrectionPayload.class);
        RefusedException.throwIfAny(payload.getErrors());
    }

    /** Says what was done about one. */
    void settle(Correction correction, String note) {
        var wanted = new SettleCorrectionProjectionRoot<>();
        wanted.errors().path().message().code();
        var input = SettleCorrectionInput.newBuilder()
                .correctionId(correction.getId())
                .expectedRevision(correction.getRevision())
                .note(note)
                .build();
        var payload = backend.get(
                SettleCorrectionGraphQLQuery.newRequest().input(input).build(), wanted, CorrectionPayload.class);
        RefusedException.throwIfAny(payload.getErrors());
    }
}
