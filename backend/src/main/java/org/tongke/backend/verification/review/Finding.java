package org.tongke.backend.verification.review;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.Node;
import org.tongke.backend.base.who.Placed;
import org.tongke.backend.verification.CommunityProgress;
import org.tongke.backend.verification.ProgressId;
import org.tongke.backend.verification.Verdict.Kind;

/**
 * How a new community of a programme stands with the county that verifies it, and what stands before a reviewer now.
 *
 * @param progress what it has shown
 * @param files its evidence
 * @param said what was said of it; null if nothing was
 */
public record Finding(
        CommunityProgress progress,
        List<SeenFile> files,
        @Nullable Said said) implements Node, Placed {

    /** How it stands. */
    public enum State {
        /** Something is lacking, or it is not said yet that it does not. */
        OPEN,
        /** All is there: the county is to decide. */
        WAITING,
        /** The county found that it meets the standard. */
        PASSED,
        /** The schools are to mend something. */
        SENT_BACK
    }

    public Finding {
        files = List.copyOf(files);
    }

    /** Whose finding it is. */
    public ProgressId id() {
        return progress.id();
    }

    @Override
    public GlobalId globalId() {
        return new GlobalId("Finding", id().raw());
    }

    @Override
    public Collection<String> places() {
        return progress.places();
    }

    /** How it stands. What was said counts at once, also before progress knows of it. */
    public State state() {
        var kind = said == null ? null : said.latest().kind();
        if (kind == Kind.PASSED) {
            return State.PASSED;
        }
        if (kind == Kind.SENT_BACK) {
            return State.SENT_BACK;
        }
        return progress.operating() ? State.WAITING : State.OPEN;
    }

    /** How often something was said; 0 if never. */
    public long revision() {
        return said == null ? 0 : said.revision();
    }

    /** The latest decision. */
    public Optional<Decision> latest() {
        return Optional.ofNullable(said).map(Said::latest);
    }

    /** The latest decision that passed it or sent it back and was not taken back. */
    public Optional<Decision> judgement() {
        return Optional.ofNullable(said).map(Said::judgement);
    }

    /** What the schools were to mend when it was last sent back, until it is passed. */
    public List<SentBackItem> items() {
        return judgement().map(Decision::items).orElse(List.of());
    }

    /** What a reviewer sees now, to be sent along with a decision. */
    public String seen() {
        return token().encode();
    }

    SeenToken token() {
        return SeenToken.of(progress.criteria(), files);
    }

    /** What has changed since the community was last judged, by criterion; nothing where it never was. */
    public List<CriterionChange> changes() {
        return judgement()
                .map(Decision::seen)
                .map(before -> Differences.between(before, progress.criteria()))
                .orElse(List.of());
    }

    /** Whether something has changed at an item since it was sent back. */
    public boolean isMended(SentBackItem item) {
        var fact = item.fact();
        var criterion = changes().stream()
                .filter(change -> change.code().equals(item.criterion()))
                .findFirst();
        if (fact == null) {
            return criterion.isPresent();
        }
        return switch (fact.fact().type()) {
            case EVIDENCE ->
                files.stream()
                        .noneMatch(file -> file.evidenceId().equals(fact.fact().id()));
            case ACTIVITY, EXCHANGE ->
                criterion
                        .filter(change -> change.isAbout(fact.fact().id(), files))
                        .isPresent();
        };
    }

    /** Why somebody who may decide cannot do so now; nothing if he or she can. */
    public Optional<Refusal> whyNotDecided(String accountId) {
        return DecisionCheck.ownEvidence(this, accountId);
    }

    /** A file of the evidence that somebody has uploaded. */
    Optional<SeenFile> findUploadedBy(String accountId) {
        return files.stream()
                .filter(file -> file.uploaderId().equals(accountId))
                .findFirst();
    }
}
