package org.tongke.backend.community.graphql;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.id.NodeFinder;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.programme.Milestone;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.community.roster.FormHead;
import org.tongke.backend.community.roster.Reopening;
import org.tongke.backend.community.roster.Roster;
import org.tongke.backend.community.roster.RosterChange;
import org.tongke.backend.community.roster.RosterDue;
import org.tongke.backend.community.roster.RosterState;
import org.tongke.backend.community.roster.RosterTables;
import org.tongke.backend.community.roster.Rosters;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;

/** Rosters in the section "community" of the schema: what they are, and what the caller may do to them. */
@Controller
class RosterController {
    private final Rosters rosters;
    private final RosterTables tables;
    private final RosterWords words;
    private final Programmes programmes;
    private final Regions regions;
    private final WhoMay whoMay;
    private final Texts texts;

    RosterController(
            Rosters rosters,
            RosterTables tables,
            RosterWords words,
            Programmes programmes,
            Regions regions,
            WhoMay whoMay,
            Texts texts) {
        this.rosters = rosters;
        this.tables = tables;
        this.words = words;
        this.programmes = programmes;
        this.regions = regions;
        this.whoMay = whoMay;
        this.texts = texts;
    }

    @QueryMapping
    Optional<Roster> roster(@Argument String code, @Argument @Nullable String programmeId, Scope scope) {
        return programmes
                .findOrCurrent(programmeId)
                .flatMap(programme -> rosters.find(programme.id() + ":" + code, scope));
    }

    @QueryMapping
    @Nullable
    List<Roster> rosters(@Argument String code, @Argument @Nullable String programmeId, Scope scope) {
        var region = regions.find(code).filter(one -> scope.covers(one.places()));
        return region.flatMap(one -> programmes.findOrCurrent(programmeId).map(year -> rosters.list(year, one)))
                .orElse(null);
    }

    @SchemaMapping
    Programme programme(Roster roster) {
        return rosters.programmeOf(roster);
    }

    @SchemaMapping
    Region county(Roster roster) {
        return regions.get(roster.id().county());
    }

    @SchemaMapping
    String stateLabel(Roster roster, Locale locale) {
        return texts.get("roster.state." + roster.state(), locale);
    }

    @SchemaMapping
    RosterDue.Timing timing(Roster roster) {
        return rosters.standing(roster).timing();
    }

    @SchemaMapping
    String timingLabel(Roster roster, Locale locale) {
        return texts.get("roster.timing." + timing(roster), locale);
    }

    @SchemaMapping
    @Nullable
    LocalDate dueOn(Roster roster) {
        return RosterDue.dueOn(rosters.programmeOf(roster), Milestone.Kind.ROSTER);
    }

    @SchemaMapping
    @Nullable
    LocalDate cityDueOn(Roster roster) {
        return RosterDue.dueOn(rosters.programmeOf(roster), Milestone.Kind.ROLL_UP);
    }

    @SchemaMapping
    int communityCount(Roster roster) {
        return roster.rows().size();
    }

    @SchemaMapping
    FormHead form(Roster roster) {
        return roster.head();
    }

    @BatchMapping
    List<List<RosterWords.Problem>> problems(List<Roster> all, @ContextValue Locale locale) {
        return tables.checkStored(all).stream()
                .map(problems -> words.problems(problems, locale))
                .toList();
    }

    @SchemaMapping
    List<RosterChange> history(Roster roster) {
        return roster.changes();
    }

    @SchemaMapping
    boolean viewerCanEdit(Roster roster, Viewer viewer) {
        return may("submitRoster", roster, viewer) && roster.state() == RosterState.DRAFT;
    }

    @SchemaMapping
    List<UserError> viewerCannotEditReasons(Roster roster, Viewer viewer, Locale locale) {
        return may("submitRoster", roster, viewer) ? texts.userErrors(rosters.whyNotEdited(roster), locale) : List.of();
    }

    @SchemaMapping
    boolean viewerCanReturn(Roster roster, Viewer viewer) {
        return may("returnRoster", roster, viewer) && roster.state() == RosterState.SUBMITTED;
    }

    @SchemaMapping
    boolean viewerCanRollUp(Roster roster, Viewer viewer) {
        return may("rollUpRosters", roster, viewer) && roster.state() == RosterState.SUBMITTED;
    }

    @SchemaMapping
    boolean viewerCanAskReopening(Roster roster, Viewer viewer) {
        return may("askReopening", roster, viewer)
                && roster.state() == RosterState.LOCKED
                && roster.reopening().filter(Reopening::isOpen).isEmpty();
    }

    @SchemaMapping
    boolean viewerCanDecideReopening(Roster roster, Viewer viewer) {
        return may("decideReopening", roster, viewer)
                && roster.reopening()
                        .filter(wish ->
                                Deciders.levelsOf(viewer, roster.places()).contains(wish.stage()))
                        .isPresent();
    }

    private boolean may(String mutation, Roster roster, Viewer viewer) {
        var permission = whoMay.permission("Mutation." + mutation, viewer);
        return permission.allowed() && permission.scope().covers(roster.places());
    }

    @Bean
    static NodeFinder rosterNodes(Rosters rosters) {
        return NodeFinder.of(Roster.class, (raw, viewer, scope) -> rosters.find(raw, scope));
    }
}
