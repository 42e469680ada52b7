package org.tongke.backend.exchange;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.Grade;
import org.tongke.backend.activity.Grades;
import org.tongke.backend.activity.Subject;
import org.tongke.backend.activity.Subjects;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.programme.Wording;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Schools;

/** What those things are called that suppliers' names stand for. */
@Component
public class NameLabels {
    private final Subjects subjects;
    private final Grades grades;
    private final Schools schools;
    private final Regions regions;

    NameLabels(Subjects subjects, Grades grades, Schools schools, Regions regions) {
        this.subjects = subjects;
        this.grades = grades;
        this.schools = schools;
        this.regions = regions;
    }

    /** What each mapping leads to is called; missing where it is not there any more. One round trip at most. */
    public Map<NameMapping, Wording> findAll(Collection<NameMapping> mappings) {
        var ids = mappings.stream()
                .filter(mapping -> mapping.key().what() == MappedThing.SCHOOL)
                .map(NameMapping::to)
                .distinct()
                .toList();
        var found = ids.isEmpty() ? Map.<String, School>of() : schools.findAll(ids, Scope.EVERYWHERE);
        var labels = new HashMap<NameMapping, Wording>();
        for (var mapping : mappings) {
            find(mapping, found).ifPresent(label -> labels.put(mapping, label));
        }
        return labels;
    }

    private Optional<Wording> find(NameMapping mapping, Map<String, School> found) {
        return switch (mapping.key().what()) {
            case SUBJECT -> subjects.find(mapping.to()).map(Subject::name);
            case GRADE -> grades.find(mapping.to()).map(Grade::name);
            case SCHOOL -> Optional.ofNullable(found.get(mapping.to())).map(this::of);
        };
    }

    /** A school's name with its county's. */
    Wording of(School school) {
        var label = school.name() + " · " + regions.get(school.countyCode()).name();
        return new Wording(label, label);
    }
}
