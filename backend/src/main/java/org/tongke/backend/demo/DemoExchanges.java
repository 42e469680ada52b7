package org.tongke.backend.demo;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.demo.DemoProvince.PlannedCommunity;
import org.tongke.backend.demo.DemoProvince.PlannedSchool;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.directory.Teachers;
import org.tongke.backend.register.ExchangePeriod.Terms;
import org.tongke.backend.register.ExchangePeriods;

/** Enters backbone teachers of the demo's core schools who work at its member schools. Repeating it changes nothing. */
@Component
@ConditionalOnBooleanProperty("tongke.demo")
class DemoExchanges {
    private static final int DAYS_A_WEEK = 2;

    private final ExchangePeriods periods;
    private final Teachers teachers;
    private final Schools schools;

    DemoExchanges(ExchangePeriods periods, Teachers teachers, Schools schools) {
        this.periods = periods;
        this.teachers = teachers;
        this.schools = schools;
    }

    /** One for each member school. */
    void put(PlannedCommunity community, Viewer clerk, Programme programme) {
        Map<String, School> there = schools.findAll(
                community.schools().stream().map(PlannedSchool::id).collect(Collectors.toList()), Scope.EVERYWHERE);
        var core = Objects.requireNonNull(there.get(community.core().id()));
        var terms = new Terms(programme.from(), programme.to(), DAYS_A_WEEK, true);
        community.schools().stream().skip(1).forEach(member -> {
            var id = "demo-exchanged-" + member.id();
            var name = DemoNames.person(new Random(id.hashCode()));
            teachers.put(id, name, core, DemoSubject.MATHEMATICS.name(), null);
            periods.add(
                    UUID.nameUUIDFromBytes((programme.id() + "/" + id).getBytes(StandardCharsets.UTF_8)),
                    community.id(),
                    id,
                    member.id(),
                    terms,
                    clerk,
                    Scope.of(clerk.places()));
        });
    }
}
