package org.tongke.backend.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.verification.FreshProgress;
import org.tongke.backend.verification.ProgressId;
import org.tongke.backend.verification.Verdict.Kind;
import org.tongke.backend.verification.review.DecisionSaid;
import org.tongke.backend.verification.review.Finding;
import org.tongke.backend.verification.review.Findings;
import org.tongke.backend.verification.review.ItemSaid;

/** What the demo's counties found, and what schools answered. What was said already is not said again. */
@Component
@ConditionalOnBooleanProperty("tongke.demo")
class DemoVerdicts {
    private static final Logger LOG = LoggerFactory.getLogger(DemoVerdicts.class);

    private final Findings findings;
    private final FreshProgress fresh;

    DemoVerdicts(Findings findings, FreshProgress fresh) {
        this.findings = findings;
        this.fresh = fresh;
    }

    /** The county finds that a community meets the standard. */
    void pass(ProgressId id, Viewer county) {
        say(id, 0, Kind.PASSED, "材料齐全，已抽查课堂实录（演示）", List.of(), county);
    }

    /** The county sends a community back, because of one of its files. */
    void sendBack(ProgressId id, String criterion, String evidenceId, Viewer county) {
        var item = new ItemSaid(criterion, Optional.of(evidenceId), Optional.empty(), "照片里看不出是哪一所成员校，请换一张能看到两边教室的。");
        say(id, 0, Kind.SENT_BACK, "其余各项都好，只差这一张照片。", List.of(item), county);
    }

    /** The schools submit it again. */
    void resubmit(ProgressId id, Viewer clerk) {
        say(id, 1, Kind.RESUBMITTED, "照片已换成两边教室都看得清的。", List.of(), clerk);
    }

    /** @param before how often something must have been said before */
    private void say(ProgressId id, long before, Kind kind, String reason, List<ItemSaid> items, Viewer by) {
        var scope = Scope.of(by.places());
        fresh.look(id);
        var finding = findings.find(id.raw(), scope).filter(found -> found.revision() == before);
        try {
            finding.ifPresent(found -> findings.decide(said(found, kind, reason, items), by, scope));
        } catch (RefusedException refused) {
            // somebody who tries the demo may have changed something meanwhile
            LOG.info("the demo's {} of {} was not said: {}", kind, id.raw(), refused.getMessage());
        }
    }

    private static DecisionSaid said(Finding finding, Kind kind, String reason, List<ItemSaid> items) {
        var name = "demo/" + finding.id().raw() + "/" + kind;
        return new DecisionSaid(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                finding.id(),
                finding.revision(),
                kind,
                kind == Kind.RESUBMITTED ? Optional.empty() : Optional.of(finding.seen()),
                Optional.of(reason),
                items);
    }
}
