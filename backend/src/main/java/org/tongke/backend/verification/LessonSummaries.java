package org.tongke.backend.verification;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.verification.evaluation.Rejected;

/** The summary table of lessons 课堂信息汇总表 (annex 2, 二(一)): made from the facts that progress is made from, never typed. */
@Component
public class LessonSummaries {
    private final FactSource facts;
    private final Clock clock;

    LessonSummaries(FactSource facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * A community's table.
     *
     * @param rows all its lessons and research of the programme, in the order of their time
     * @param asOf when this was so
     */
    public record LessonSummary(List<Row> rows, Instant asOf) {
        public LessonSummary {
            rows = List.copyOf(rows);
        }

        /** How many of them count. */
        public int countedCount() {
            return (int) rows.stream().filter(Row::counts).count();
        }
    }

    /**
     * A lesson or research.
     *
     * @param activity what it is
     * @param judged whether a criterion looks at it
     * @param reason why it does not count; null if it does, or if no criterion looks at it
     */
    public record Row(Activity activity, boolean judged, Rejected.@Nullable Reason reason) {
        /** Whether it counts. */
        public boolean counts() {
            return judged && reason == null;
        }
    }

    /** The table of a community. Three round trips. */
    public LessonSummary of(Community community, Programme programme) {
        var now = clock.instant();
        var ids = List.of(community.id());
        var activities = facts.activities(ids, programme.span());
        var verdicts =
                Computation.verdicts(community, programme, activities, facts.evidence(ids), facts.exchanges(ids), now);
        return new LessonSummary(
                activities.stream()
                        .sorted(Comparator.comparing(Activity::startsAt).thenComparing(Activity::id))
                        .map(activity -> row(activity, verdicts.get(activity.id())))
                        .toList(),
                now);
    }

    private static Row row(Activity activity, @Nullable Optional<Rejected.Reason> verdict) {
        return verdict == null ? new Row(activity, false, null) : new Row(activity, true, verdict.orElse(null));
    }
}
