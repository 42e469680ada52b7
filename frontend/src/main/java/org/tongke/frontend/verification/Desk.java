package org.tongke.frontend.verification;

import static org.tongke.frontend.component.Texts.text;

import java.util.List;
import java.util.Optional;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.contract.types.CriterionProgress;
import org.tongke.frontend.contract.types.ExchangePeriod;
import org.tongke.frontend.contract.types.ProgressFact;

/** What a person does at the cards of one community: opens the dialogs, and looks again once something was done. */
final class Desk implements CriterionActs {
    private final Desks desks;
    private Standing now;
    private Runnable changed = () -> {};

    /** @param now how the community stands when the page is opened */
    Desk(Desks desks, Standing now) {
        this.desks = desks;
        this.now = now;
    }

    String communityId() {
        return now.community().getId();
    }

    /** How the community stands; empty if it is not there any more. */
    Optional<Standing> look() {
        return desks.standings().findCommunity(communityId());
    }

    /** What is on the screen. */
    void keep(Standing shown) {
        now = shown;
    }

    void onChange(Runnable look) {
        changed = look;
    }

    @Override
    public void open(String evidenceId) {
        desks.proofs()
                .find(evidenceId)
                .ifPresentOrElse(
                        evidence -> new EvidenceDialog(
                                        desks.proofs(), evidence, lessonsOf(evidence.getCriterion()), changed)
                                .open(),
                        () -> Toast.show(text("verification.evidence.gone")));
    }

    private List<ProgressFact> lessonsOf(String criterion) {
        return now.criteria().stream()
                .filter(one -> one.getCode().equals(criterion))
                .map(CriterionProgress::getFacts)
                .flatMap(List::stream)
                .filter(FactList::isLesson)
                .toList();
    }

    @Override
    public void confirm(ProgressFact lesson) {
        new ConfirmDialog(lesson, attended -> {
                    desks.proofs().confirm(lesson.getId(), attended);
                    changed.run();
                    Toast.show(text("verification.confirm.done", lesson.getLabel()));
                })
                .open();
    }

    @Override
    public void addExchange() {
        var register = desks.register();
        var schools =
                now.community().getMembers().stream().map(one -> one.getId()).toList();
        var core = now.community().getCore().getId();
        var teachers = register.listTeachers().stream()
                .filter(teacher -> teacher.getSchool().getId().equals(core)
                        || schools.contains(teacher.getSchool().getId()))
                .toList();
        ExchangeDialog.add(now.community(), teachers, desks.today(), (id, teacherId, said) -> {
                    register.add(id, communityId(), teacherId, said);
                    changed.run();
                    Toast.show(text("verification.exchange.added"));
                })
                .open();
    }

    @Override
    public void editExchange(ExchangePeriod period) {
        ExchangeDialog.edit(now.community(), period, said -> {
                    desks.register().edit(period, said);
                    changed.run();
                    Toast.show(text("verification.exchange.edited"));
                })
                .open();
    }

    @Override
    public void withdrawExchange(ExchangePeriod period) {
        try {
            desks.register().withdraw(period);
            Toast.show(text("verification.exchange.withdrawn", period.getTeacherName()));
        } catch (RefusedException refused) {
            Toast.show(refused.words());
        }
        changed.run();
    }
}
