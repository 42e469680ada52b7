package org.tongke.backend.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.tongke.backend.community.programme.Milestone;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.community.roster.RosterDue;

/**
 * When the demo's rosters were written: around the days of the notice, and never after now. The same county has always the same days. Pure.
 *
 * @param now when the demo is filled
 */
record DemoRosterDays(Programme programme, Instant now) {
    private static final int MINUTES_OF_WORK = 7 * 60;

    /** When a county filled it in: the day before it handed it in. */
    Instant filledAt(String county, DemoRosterFate fate) {
        return at(handedInOn(county, fate).minusDays(1), county + "filled");
    }

    Instant handedInAt(String county, DemoRosterFate fate) {
        return at(handedInOn(county, fate), county + "handed in");
    }

    private LocalDate handedInOn(String county, DemoRosterFate fate) {
        return fate == DemoRosterFate.WAITING || fate == DemoRosterFate.IN_WORK
                ? programme.span().dayOf(now).minusDays(2)
                : dueOn(Milestone.Kind.ROSTER).minusDays(few(county, 7));
    }

    Instant rolledUpAt(String city) {
        return at(dueOn(Milestone.Kind.ROLL_UP).minusDays(few(city, 3)), city);
    }

    /** When a county asked to change it, and its city decided: of late. */
    Instant askedAt(String county, int daysAgo) {
        var asked = at(programme.span().dayOf(now).minusDays(daysAgo), county + "asked");
        return asked.isBefore(at(dueOn(Milestone.Kind.ROLL_UP), "")) ? now : asked;
    }

    private LocalDate dueOn(Milestone.Kind kind) {
        return Optional.ofNullable(RosterDue.dueOn(programme, kind)).orElse(programme.to());
    }

    private static int few(String what, int most) {
        return Math.floorMod(what.hashCode(), most);
    }

    private Instant at(LocalDate day, String what) {
        var planned = day.atTime(LocalTime.of(9, 0).plusMinutes(few(what, MINUTES_OF_WORK)))
                .atZone(programme.zone())
                .toInstant();
        return planned.isAfter(now) ? now : planned;
    }
}
