package org.tongke.backend.resource;

import java.util.Optional;
import org.tongke.backend.base.error.Phrase;
import org.tongke.backend.directory.Region;

/**
 * Who shares a resource, and for which school or resource centre.
 *
 * @param accountId raw id of the account
 * @param name name of the account when it was shared
 * @param schoolId raw id of the school; {@code centre:} and the code of the region where it is a resource centre
 * @param schoolName name of the school or centre when it was shared
 * @param countyCode code of the school's county, or of the centre's region
 */
public record ResourceOwner(String accountId, String name, String schoolId, String schoolName, String countyCode) {
    private static final String CENTRE = "centre:";
    private static final String CENTRES_NAME = "资源中心";

    /** What stands in the place of the school's id where a resource centre shares. */
    public static String idOfCentre(String regionCode) {
        return CENTRE + regionCode;
    }

    /** What the resource centre of a region is called, which stands in the place of the school's name where it shares. */
    static String nameOfCentre(Region region) {
        return region.name() + CENTRES_NAME;
    }

    /** The same in each language. */
    public static Phrase wordsOfCentre(Region region) {
        return new Phrase("resource.centre", region.name());
    }

    /** Name of the centre's region when it shared. */
    public String centreRegionName() {
        return schoolName.endsWith(CENTRES_NAME)
                ? schoolName.substring(0, schoolName.length() - CENTRES_NAME.length())
                : schoolName;
    }

    /** Code of the region of the centre that shares it; empty where a school does. */
    public Optional<String> centre() {
        return schoolId.startsWith(CENTRE) ? Optional.of(schoolId.substring(CENTRE.length())) : Optional.empty();
    }
}
