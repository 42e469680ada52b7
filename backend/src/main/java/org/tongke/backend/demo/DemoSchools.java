package org.tongke.backend.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.SchoolChange;
import org.tongke.backend.directory.SchoolFacts;
import org.tongke.backend.directory.Schools;

/** Enters the demo's schools with what is known of them. Repeating it changes nothing, and what visitors edited stays. */
@Component
@ConditionalOnBooleanProperty("tongke.demo")
class DemoSchools {
    private final Schools schools;

    DemoSchools(Schools schools) {
        this.schools = schools;
    }

    /** Enters those of a county that are missing, and what is lacking of those that an earlier version entered. Three round trips at most. */
    Map<String, School> put(String countyCode, List<DemoSchoolFacts> wanted) {
        var ids = wanted.stream().map(one -> one.school().id()).toList();
        var there = schools.findAll(ids, Scope.EVERYWHERE);
        var changes = wanted.stream()
                .filter(one -> isUntouched(there.get(one.school().id())))
                .map(one -> new SchoolChange(there.get(one.school().id()), one.with(plain(one, countyCode))))
                .toList();
        if (changes.isEmpty()) {
            return there;
        }
        if (!schools.write(changes, DemoCounty.BY_DEMO)) {
            // somebody has given one of the codes to a school of his own: rather no codes than no schools
            schools.putMissing(
                    wanted.stream().map(one -> plain(one, countyCode)).toList());
        }
        return schools.findAll(ids, Scope.EVERYWHERE);
    }

    private School plain(DemoSchoolFacts one, String countyCode) {
        var school = one.school();
        return schools.make(school.id(), school.name(), school.area(), countyCode);
    }

    private static boolean isUntouched(@Nullable School school) {
        return school == null
                || school.revision() == 1 && school.facts().equals(SchoolFacts.NONE) && school.closedOn() == null;
    }
}
