package org.tongke.frontend.shell;

import static org.tongke.frontend.contract.types.Role.ADMINISTRATOR;
import static org.tongke.frontend.contract.types.Role.CITY_OFFICER;
import static org.tongke.frontend.contract.types.Role.CLERK;
import static org.tongke.frontend.contract.types.Role.COUNTY_OFFICER;
import static org.tongke.frontend.contract.types.Role.PROVINCE_OFFICER;
import static org.tongke.frontend.contract.types.Role.RESOURCE_CENTRE;
import static org.tongke.frontend.contract.types.Role.SUPPLIER;
import static org.tongke.frontend.contract.types.Role.TEACHER;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tongke.frontend.access.SignedIn;

/** A place in the bar. Pocket pages have the same places in the same order. */
enum Place {
    TODAY("/m/today"),
    WEEK("/m/week"),
    FIND("/find"),
    RESOURCES("/resources"),
    SCHOOL("/school"),
    UPLOAD("/m/upload"),
    PROGRESS("/progress"),
    ROSTER("/roster"),
    REVIEW("/review"),
    EXCHANGE("/exchange"),
    PUSHES("/pushes"),
    RECOMMENDATIONS("/recommendations"),
    ME("/me");

    private final String path;

    Place(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    /** Name of the icon, and end of the label's key. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether Flow draws the page, so that going there needs no new page load. */
    boolean isFlow() {
        return !path.startsWith("/m/");
    }

    /** Places of a person, five at most, so that a thumb hits them: a clerk finds lessons from the week's own page, and
     * resources from that of the school; who is of a school and of a resource centre finds the centre's places at oneself. */
    static List<Place> of(SignedIn person) {
        var teacher = person.is(TEACHER);
        var clerk = person.is(CLERK);
        var places = new ArrayList<Place>();
        if (teacher || clerk) {
            places.addAll(List.of(TODAY, WEEK));
        }
        if (teacher && !clerk) {
            places.addAll(List.of(FIND, RESOURCES));
        }
        if (clerk) {
            places.addAll(List.of(SCHOOL, UPLOAD));
        }
        if (person.is(COUNTY_OFFICER, CITY_OFFICER, PROVINCE_OFFICER)) {
            places.addAll(List.of(PROGRESS, ROSTER));
        }
        if (person.is(COUNTY_OFFICER)) {
            places.add(REVIEW);
        }
        if (person.is(SUPPLIER, ADMINISTRATOR)) {
            places.add(EXCHANGE);
        }
        if (person.is(RESOURCE_CENTRE) && !person.hasTimetable()) {
            places.addAll(List.of(PUSHES, RESOURCES, RECOMMENDATIONS));
        }
        places.add(ME);
        return List.copyOf(places);
    }
}
