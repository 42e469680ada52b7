package org.tongke.backend.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.sheet.GivenFiles;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.community.roster.FormHead;
import org.tongke.backend.community.roster.Reopening.Stage;
import org.tongke.backend.community.roster.RollUps;
import org.tongke.backend.community.roster.Roster;
import org.tongke.backend.community.roster.RosterState;
import org.tongke.backend.community.roster.RosterTables;
import org.tongke.backend.community.roster.Rosters;
import org.tongke.backend.directory.School;

/** A county's roster with one planned community, brought to where a command finds it as it must be. */
public final class RosterSample {
    private final Rosters rosters;
    private final RosterTables tables;
    private final RollUps rollUps;
    private final String raw;
    private final Viewer officer;
    private final School core;
    private final List<School> members;

    /**
     * @param officer somebody who signs what is done to it
     * @param core the core school of the planned community
     * @param members its member schools
     */
    public RosterSample(ApplicationContext app, String programme, Person officer, School core, List<School> members) {
        rosters = app.getBean(Rosters.class);
        tables = app.getBean(RosterTables.class);
        rollUps = app.getBean(RollUps.class);
        raw = programme + ":" + core.countyCode();
        this.officer = officer.viewer();
        this.core = core;
        this.members = List.copyOf(members);
    }

    private Roster now() {
        return rosters.find(raw, Scope.EVERYWHERE).orElseThrow();
    }

    /** Its id for clients. */
    public String id() {
        return new GlobalId("Roster", raw).encode();
    }

    /** What a command needs to know of it now. */
    public Map<String, Object> seen() {
        return new HashMap<>(Map.of("rosterId", id(), "expectedRevision", now().revision()));
    }

    /** A table that plans the community. */
    public Map<String, Object> sheet() {
        return Map.of("text", text());
    }

    private String text() {
        return "核心校\t成员校\t模式\n" + core.name() + "\t"
                + members.stream().map(School::name).collect(Collectors.joining("、")) + "\t共建型";
    }

    /** What somebody sees who looks what the table would do. */
    public String fingerprint() {
        var said = new RosterTables.Said(Map.of(), Map.of());
        return tables.preview(raw, GivenFiles.ofText(text()), said, Scope.EVERYWHERE)
                .fingerprint();
    }

    /** A draft with nothing in it. */
    public RosterSample empty() {
        draft();
        for (var row : now().rows()) {
            tables.dropRow(raw, now().revision(), row.core().id(), officer, Scope.EVERYWHERE);
        }
        return this;
    }

    /** A draft. */
    public RosterSample draft() {
        if (now().state() == RosterState.SUBMITTED) {
            rosters.giveBack(raw, now().revision(), "重来", officer, Scope.EVERYWHERE);
        }
        if (now().state() == RosterState.LOCKED) {
            granted();
            rosters.decideReopening(
                    raw, now().revision(), any -> Set.of(Stage.values()), true, "可以", officer, Scope.EVERYWHERE);
        }
        return this;
    }

    /** A draft with the community in it. */
    public RosterSample filled() {
        draft();
        if (now().row(core.id()).isEmpty()) {
            var ids = members.stream().map(School::id).toList();
            tables.putRow(
                    raw, now().revision(), null, core.id(), ids, Mode.CO_BUILT, Map.of(), officer, Scope.EVERYWHERE);
        }
        return this;
    }

    /** Handed in. */
    public RosterSample submitted() {
        filled();
        rosters.submit(raw, now().revision(), FormHead.EMPTY, officer, Scope.EVERYWHERE);
        return this;
    }

    /** Locked, and nobody wishes to open it again. */
    public RosterSample locked() {
        submitted();
        rollUps.rollUp(
                UUID.randomUUID(), List.of(new RollUps.Wanted(raw, now().revision())), officer, Scope.EVERYWHERE);
        return this;
    }

    /** The county wishes to open it again. */
    public RosterSample asked() {
        if (now().state() != RosterState.LOCKED) {
            locked();
        }
        if (now().reopening().filter(wish -> wish.isOpen()).isEmpty()) {
            rosters.askReopening(raw, now().revision(), "撤并", officer, Scope.EVERYWHERE);
        }
        return this;
    }

    /** The city grants it. */
    public RosterSample granted() {
        asked();
        if (now().reopening().orElseThrow().stage() == Stage.CITY_DECIDES) {
            rosters.decideReopening(
                    raw, now().revision(), any -> Set.of(Stage.CITY_DECIDES), true, "属实", officer, Scope.EVERYWHERE);
        }
        return this;
    }
}
