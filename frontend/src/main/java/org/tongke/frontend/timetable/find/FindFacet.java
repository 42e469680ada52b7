package org.tongke.frontend.timetable.find;

import static org.tongke.frontend.component.Texts.text;

import java.util.Locale;

/** What lessons can be told apart by. The name in small letters is the parameter in the address. */
enum FindFacet {
    /** Division codes of cities and counties. */
    REGION,
    /** Ids of schools. */
    SCHOOL,
    /** Ids of communities. */
    COMMUNITY,
    /** Codes of subjects. */
    SUBJECT,
    /** Codes of grades. */
    GRADE,
    /** Codes of kinds. */
    KIND,
    /** Suppliers, as the counts name them. */
    SUPPLIER,
    /** Names of states. */
    STATE;

    /** Its name in the address. */
    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name for a person. */
    String label() {
        return text("find.facet." + parameter());
    }
}
