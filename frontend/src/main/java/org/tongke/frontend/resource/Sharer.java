package org.tongke.frontend.resource;

import static org.tongke.frontend.component.Texts.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.contract.types.School;

/**
 * In whose name somebody shares: a school, or a resource centre.
 *
 * @param id id of the school, or of the centre's region
 * @param name what it is called
 * @param ofSchool the school; null for a resource centre
 */
record Sharer(String id, String name, @Nullable School ofSchool) {

    /** All in whose name a person may share, schools first. */
    static List<Sharer> of(SignedIn person) {
        var schools = person.schools().stream().map(school -> new Sharer(school.getId(), school.getName(), school));
        var centres = person.centres().stream()
                .map(region -> new Sharer(region.getId(), text("resource.share.centre", region.getName()), null));
        return Stream.concat(schools, centres).toList();
    }

    boolean isCentre() {
        return ofSchool == null;
    }

    /** The school; empty for a resource centre. */
    Optional<School> school() {
        return Optional.ofNullable(ofSchool);
    }
}
