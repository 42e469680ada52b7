package org.tongke.backend.verification.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.community.RosterStanding;
import org.tongke.backend.community.programme.Milestone;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.verification.deadline.Duty.Figures;
import org.tongke.backend.verification.deadline.Duty.State;

/**
 * What must be done by when in a region: its office's own duties, and those of the offices below as far as they have done them. Pure.
 *
 * @param programme whose dates
 * @param today the day from which dates are seen
 * @param standings how regions stand, by code: at least all those asked about and their counties
 * @param rosters how the lists of counties stand, by code
 * @param rollUps when cities sent the lists on, by code
 */
public record Duties(
        Programme programme,
        LocalDate today,
        Map<String, RegionStanding> standings,
        Map<String, RosterStanding> rosters,
        Map<String, LocalDate> rollUps) {

    /**
     * A region with those below.
     *
     * @param code its code
     * @param level whose office it is
     * @param cities codes of its cities; a city's own
     * @param counties codes of its counties; a county's own
     */
    public record Place(String code, Milestone.Level level, List<String> cities, List<String> counties) {
        public Place {
            cities = List.copyOf(cities);
            counties = List.copyOf(counties);
        }

        private List<String> offices(Milestone.Level of) {
            return switch (of) {
                case COUNTY -> counties;
                case CITY -> cities;
                case PROVINCE -> level == Milestone.Level.PROVINCE ? List.of(code) : List.of();
                case THIRD_PARTY -> List.of();
            };
        }
    }

    /** How one office stands to a date. */
    private record Found(String code, State state, Figures figures) {}

    /** The first part of annex 3 in the order of its dates, as far as it is up to the region's office or to one below. */
    public List<Duty> of(Place place) {
        return programme.milestones().stream()
                .filter(milestone -> milestone.kind() != Milestone.Kind.OTHER
                        || milestone.id().startsWith("1."))
                .filter(milestone -> !place.offices(milestone.level()).isEmpty())
                .sorted(Comparator.comparing(Milestone::dueOn))
                .map(milestone -> duty(milestone, place))
                .toList();
    }

    private Duty duty(Milestone milestone, Place place) {
        var offices = place.offices(milestone.level());
        var own = milestone.level() == place.level();
        if (milestone.kind() == Milestone.Kind.OTHER) {
            return new Duty(milestone, State.DATE_ONLY, own, offices, List.of(), Figures.NONE);
        }
        var asked = offices.stream()
                .map(office -> found(milestone, office, place))
                .filter(found -> found.state() != State.NOTHING_ASKED)
                .toList();
        var missing = asked.stream().filter(found -> found.state().missing()).toList();
        var figures = own && !asked.isEmpty()
                ? asked.getFirst().figures()
                : new Figures(asked.size() - missing.size(), asked.size(), null);
        return new Duty(milestone, together(milestone, asked), own, codes(asked), codes(missing), figures);
    }

    private State together(Milestone milestone, List<Found> asked) {
        if (asked.isEmpty()) {
            return State.NOTHING_ASKED;
        }
        if (asked.stream().anyMatch(found -> found.state().missing())) {
            return open(milestone);
        }
        return asked.stream().allMatch(found -> found.state() == State.DONE) ? State.DONE : State.DONE_LATE;
    }

    private static List<String> codes(List<Found> found) {
        return new ArrayList<>(found.stream().map(Found::code).toList());
    }

    private Found found(Milestone milestone, String office, Place place) {
        return switch (milestone.kind()) {
            case ROSTER -> roster(milestone, office);
            case ROLL_UP -> rollUp(milestone, office, place);
            case FORMATION -> formation(milestone, office);
            case ASSESSMENT_PLAN -> plan(milestone, office);
            case OPERATION -> operation(milestone, office);
            case OTHER -> throw new IllegalArgumentException(milestone.id());
        };
    }

    private Found roster(Milestone milestone, String county) {
        if (!hasTask(county)) {
            return nothing(county);
        }
        return on(
                milestone,
                county,
                rosters.getOrDefault(county, RosterStanding.NONE).submittedOn(),
                0,
                0);
    }

    /** What a city sends on are the lists of its counties with a task. */
    private Found rollUp(Milestone milestone, String city, Place place) {
        if (!hasTask(city)) {
            return nothing(city);
        }
        var counties = place.counties().stream().filter(this::hasTask).toList();
        var submitted = counties.stream()
                .filter(county ->
                        rosters.getOrDefault(county, RosterStanding.NONE).submittedOn() != null)
                .count();
        return on(milestone, city, rollUps.get(city), (int) submitted, counties.size());
    }

    private Found on(Milestone milestone, String office, @Nullable LocalDate day, int present, int needed) {
        var state = day == null ? open(milestone) : day.isAfter(milestone.dueOn()) ? State.DONE_LATE : State.DONE;
        return new Found(office, state, new Figures(present, needed, day));
    }

    /** Full only when all that is planned is formed, and enough is planned (notice 一: 必须不折不扣完成). */
    private Found formation(Milestone milestone, String county) {
        var standing = standings.get(county);
        if (standing == null || standing.goal() == null) {
            return nothing(county);
        }
        var formed = standing.formed();
        var isDone = formed.equals(standing.planned())
                && formed.members() >= standing.goal().newMembers();
        return new Found(
                county,
                isDone ? State.DONE : open(milestone),
                new Figures(formed.members(), standing.goal().newMembers(), null));
    }

    private Found plan(Milestone milestone, String county) {
        var standing = standings.get(county);
        if (standing == null || standing.goal() == null) {
            return nothing(county);
        }
        var all = standing.planned().communities();
        var with = standing.withPlan().communities();
        return new Found(county, all > 0 && with == all ? State.DONE : open(milestone), new Figures(with, all, null));
    }

    private Found operation(Milestone milestone, String county) {
        var standing = standings.get(county);
        if (standing == null || standing.goal() == null) {
            return nothing(county);
        }
        return standing.milestones().stream()
                .filter(one -> one.milestone().equals(milestone))
                .findFirst()
                .map(one -> new Found(
                        county,
                        switch (one.state()) {
                            case DONE -> State.DONE;
                            case DONE_LATE -> State.DONE_LATE;
                            // there is a task and no community yet
                            case DUE, AT_RISK, LATE, NOTHING_ASKED -> open(milestone);
                        },
                        new Figures(standing.verified().communities(), one.neededCount(), null)))
                .orElseGet(() -> nothing(county));
    }

    private boolean hasTask(String code) {
        var standing = standings.get(code);
        return standing != null && standing.goal() != null;
    }

    private State open(Milestone milestone) {
        return today.isAfter(milestone.dueOn()) ? State.LATE : State.DUE;
    }

    private static Found nothing(String code) {
        return new Found(code, State.NOTHING_ASKED, Figures.NONE);
    }
}
