package org.tongke.backend.exchange;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.tongke.backend.base.text.Names;

/** Keys of things that rows wait for: whoever sees such a thing appear finds the rows that name it, and no others. */
final class Waits {

    private Waits() {}

    /** A school comes to be called so, or ceases to. */
    static String school(String normalizedName) {
        return "school:" + normalizedName;
    }

    /** A school joins a community. */
    static String membership(String schoolId) {
        return "membership:" + schoolId;
    }

    /** A community changes. */
    static String community(String communityId) {
        return "community:" + communityId;
    }

    /** There is such a kind of activities, or it comes to have other attributes. */
    static String kind(String code) {
        return "kind:" + code;
    }

    /** A subject is called so. */
    static String subject(String name) {
        return "subject:" + Names.normalize(name);
    }

    /** A grade is called so. */
    static String grade(String name) {
        return "grade:" + Names.normalize(name);
    }

    /** Somebody says what a supplier's name stands for. */
    static String mapping(String mappingId) {
        return "mapping:" + mappingId;
    }

    /** What a row waits for whose schools, or what they are together, is not known. */
    static List<String> ofSchools(String supplier, Collection<SaidRow.School> schools) {
        return schools.stream()
                .flatMap(school -> Stream.of(
                        school(Names.normalize(school.name())),
                        mapping(school.key(supplier).id())))
                .distinct()
                .toList();
    }
}
