package org.tongke.backend.community.roster;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Phrase;
import org.tongke.backend.base.error.Refusal;

/** Why a command on a roster is not done. */
final class RosterRefusals {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private RosterRefusals() {}

    /** Why nothing in a roster may be changed now; empty if it may. */
    static List<Refusal> ofEditing(Roster roster, ZoneId zone) {
        return switch (roster.state()) {
            case DRAFT -> List.of();
            case SUBMITTED -> List.of(submitted(roster, zone));
            case LOCKED -> List.of(locked(roster, zone));
        };
    }

    private static Refusal submitted(Roster roster, ZoneId zone) {
        var by = roster.submitted();
        return by == null
                ? Refusal.of(ErrorCode.ROSTER_SUBMITTED, List.of("rosterId"), "?", "?")
                : Refusal.of(ErrorCode.ROSTER_SUBMITTED, List.of("rosterId"), time(by.at(), zone), by.name());
    }

    private static Refusal locked(Roster roster, ZoneId zone) {
        var lock = roster.lock().orElseThrow();
        return Refusal.of(
                ErrorCode.ROSTER_LOCKED,
                List.of("rosterId"),
                time(lock.by().at(), zone),
                lock.by().name(),
                lock.number());
    }

    static Refusal of(ErrorCode code, String path, Object... arguments) {
        return Refusal.of(code, List.of(path), arguments);
    }

    /** A rule of the notice that an entry by hand breaks. */
    static Refusal of(RosterProblem problem) {
        var why = new Phrase("roster.problem." + problem.kind(), problem.arguments());
        var fix = new Phrase("roster.fix." + problem.kind(), problem.arguments());
        return Refusal.of(ErrorCode.ROSTER_RULE, List.of("row"), why, fix);
    }

    /** A minute in the programme's zone. */
    static String time(Instant at, ZoneId zone) {
        return MINUTE.format(at.atZone(zone));
    }
}
