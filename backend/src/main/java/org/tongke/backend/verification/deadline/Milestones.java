package org.tongke.backend.verification.deadline;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tongke.backend.community.programme.Milestone;
import org.tongke.backend.community.programme.Programme;

/** The dates of a programme that ask a share of the communities. */
final class Milestones {

    private Milestones() {}

    /** In the order of their dates. */
    static List<Milestone> withShare(Programme programme) {
        return programme.milestones().stream()
                .filter(milestone -> milestone.sharePercent() != null)
                .sorted(Comparator.comparing(Milestone::dueOn))
                .toList();
    }

    /** The first that is not over, else the last. */
    static Optional<Milestone> next(Programme programme, LocalDate today) {
        var all = withShare(programme);
        return all.stream()
                .filter(milestone -> !milestone.dueOn().isBefore(today))
                .findFirst()
                .or(() -> all.isEmpty() ? Optional.empty() : Optional.of(all.getLast()));
    }
}
