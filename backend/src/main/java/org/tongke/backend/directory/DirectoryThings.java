package org.tongke.backend.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.NamedThings;
import org.tongke.backend.base.who.Scope;

/** What regions, schools and teachers are called, for whoever tells of changes. */
@Component
class DirectoryThings implements NamedThings {
    private final Regions regions;
    private final Schools schools;
    private final Teachers teachers;

    DirectoryThings(Regions regions, Schools schools, Teachers teachers) {
        this.regions = regions;
        this.schools = schools;
        this.teachers = teachers;
    }

    @Override
    public Map<String, String> namesOf(Collection<String> ids, Locale locale) {
        var names = new HashMap<String, String>();
        var unknown = new HashSet<>(ids);
        ids.forEach(id -> regions.find(id).ifPresent(region -> names.put(id, region.name())));
        names.keySet().forEach(unknown::remove);
        names.putAll(schools.namesOf(unknown));
        names.keySet().forEach(unknown::remove);
        teachers.findAll(unknown, Scope.EVERYWHERE).forEach((id, teacher) -> names.put(id, teacher.name()));
        return names;
    }
}
