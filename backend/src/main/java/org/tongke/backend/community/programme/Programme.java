package org.tongke.backend.community.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.Node;

/**
 * One year's task (民生实事年度).
 *
 * @param year the year it belongs to
 * @param name its name for people
 * @param notice number of the notice it comes from
 * @param from first day on which something counts for it
 * @param to last day on which something counts for it
 * @param zone whose clock says when a day begins
 * @param keepFilesUntil last day on which the files are kept that were uploaded for it
 * @param targets annex 1
 * @param standard annex 2
 * @param milestones annex 3, in its order
 * @param demo whether the dates were moved to show the product in another year
 */
public record Programme(
        int year,
        Wording name,
        String notice,
        LocalDate from,
        LocalDate to,
        ZoneId zone,
        LocalDate keepFilesUntil,
        Targets targets,
        Standard standard,
        List<Milestone> milestones,
        boolean demo)
        implements Node {

    public Programme {
        milestones = List.copyOf(milestones);
    }

    /** Raw id: the year, and whether it is a demonstration. */
    public String id() {
        return demo ? year + "-demo" : Integer.toString(year);
    }

    /** Short name for addresses; another one for each. */
    public String code() {
        return id();
    }

    @Override
    public GlobalId globalId() {
        return new GlobalId("Programme", id());
    }

    /** The days that count for the programme. */
    public ProgrammeSpan span() {
        return new ProgrammeSpan(from, to, zone);
    }

    /** When its files are no longer kept. */
    public Instant filesEndAt() {
        return keepFilesUntil.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The same figures with every date moved to the year, and a name that says so. For demonstrations: no notice asks for this. */
    public Programme asDemoYear(int otherYear) {
        if (demo) {
            throw new IllegalStateException("only a year with a notice can be moved, not the demonstration of " + year);
        }
        int years = otherYear - year;
        var demoName = new Wording(
                otherYear + " 演示年度（数值取自" + year + "年通知）",
                otherYear + " demonstration year (figures of the " + year + " notice)");
        var moved =
                milestones.stream().map(milestone -> milestone.plusYears(years)).toList();
        return new Programme(
                otherYear,
                demoName,
                notice,
                from.plusYears(years),
                to.plusYears(years),
                zone,
                keepFilesUntil.plusYears(years),
                targets,
                standard,
                moved,
                true);
    }
}
