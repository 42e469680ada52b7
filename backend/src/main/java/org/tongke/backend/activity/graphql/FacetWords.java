package org.tongke.backend.activity.graphql;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.ActivityCounts.Named;
import org.tongke.backend.activity.ActivityKind;
import org.tongke.backend.activity.ActivityKinds;
import org.tongke.backend.activity.Grade;
import org.tongke.backend.activity.Grades;
import org.tongke.backend.activity.Subject;
import org.tongke.backend.activity.Subjects;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;

/** Values by which activities are filtered: their order and their names. */
@Component
class FacetWords {
    private final Regions regions;
    private final Subjects subjects;
    private final Grades grades;
    private final ActivityKinds kinds;
    private final Texts texts;

    FacetWords(Regions regions, Subjects subjects, Grades grades, ActivityKinds kinds, Texts texts) {
        this.regions = regions;
        this.subjects = subjects;
        this.grades = grades;
        this.kinds = kinds;
        this.texts = texts;
    }

    List<String> cities() {
        return regions.children(Regions.PROVINCE).stream().map(Region::code).toList();
    }

    List<String> counties() {
        return regions.children(Regions.PROVINCE).stream()
                .flatMap(city -> regions.children(city.code()).stream())
                .map(Region::code)
                .toList();
    }

    /** Code of the city that a county lies in. */
    String cityOf(String countyCode) {
        return regions.find(countyCode)
                .flatMap(regions::parent)
                .map(Region::code)
                .orElse("");
    }

    Named region(String code) {
        var region = regions.get(code);
        return new Named(region.globalId().encode(), region.name());
    }

    List<String> subjects() {
        return subjects.list().stream().map(Subject::code).toList();
    }

    Named subject(String code, Locale locale) {
        return new Named(code, subjects.get(code).name().in(locale));
    }

    List<String> grades() {
        return grades.list().stream().map(Grade::code).toList();
    }

    Named grade(String code, Locale locale) {
        return new Named(code, grades.get(code).name().in(locale));
    }

    List<String> kinds() {
        return kinds.list().stream().map(ActivityKind::code).toList();
    }

    Named kind(String code, Locale locale) {
        return new Named(code, kinds.get(code).name().in(locale));
    }

    Named state(String name, Locale locale) {
        return new Named(name, texts.get("activity.state." + name, locale));
    }
}
