package org.tongke.backend.activity;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.NamedThings;

/** What the codes of kinds, subjects and grades stand for, for whoever tells of changes. All of it is in memory. */
@Component
class ActivityThings implements NamedThings {
    private final ActivityKinds kinds;
    private final Subjects subjects;
    private final Grades grades;

    ActivityThings(ActivityKinds kinds, Subjects subjects, Grades grades) {
        this.kinds = kinds;
        this.subjects = subjects;
        this.grades = grades;
    }

    @Override
    public Map<String, String> namesOf(Collection<String> ids, Locale locale) {
        var names = new HashMap<String, String>();
        for (var id : ids) {
            kinds.find(id)
                    .map(ActivityKind::name)
                    .or(() -> subjects.find(id).map(Subject::name))
                    .or(() -> grades.find(id).map(Grade::name))
                    .ifPresent(name -> names.put(id, name.in(locale)));
        }
        return names;
    }
}
