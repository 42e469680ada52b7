package org.tongke.backend.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;

/**
 * All exchange periods of one teacher: no two that hold share a day. Whoever writes writes it as a whole, over the revision that was read.
 *
 * @param teacherId raw id of the teacher
 * @param revision how often it was written; 0 if never
 * @param periods the periods, as they were entered
 */
record TeacherRegister(String teacherId, long revision, List<ExchangePeriod> periods) {

    TeacherRegister {
        periods = List.copyOf(periods);
    }

    static TeacherRegister empty(String teacherId) {
        return new TeacherRegister(teacherId, 0, List.of());
    }

    Optional<ExchangePeriod> find(ExchangePeriod.Key key) {
        return periods.stream().filter(period -> period.key().equals(key)).findFirst();
    }

    /**
     * The register with a new period, or with another state of one that is in it.
     *
     * @throws RefusedException EXCHANGE_OVERLAPS, which names the other period
     */
    TeacherRegister with(ExchangePeriod changed) {
        var next = new ArrayList<ExchangePeriod>();
        for (var period : periods) {
            if (!period.key().equals(changed.key())) {
                if (period.overlaps(changed)) {
                    throw overlapsWith(period);
                }
                next.add(period);
            }
        }
        next.add(changed);
        return new TeacherRegister(teacherId, revision + 1, next);
    }

    private static RefusedException overlapsWith(ExchangePeriod other) {
        return new RefusedException(Refusal.of(
                ErrorCode.EXCHANGE_OVERLAPS,
                List.of("startsOn"),
                other.teacherName(),
                other.to().name(),
                other.terms().startsOn(),
                other.terms().endsOn()));
    }
}
