package org.tongke.backend.community;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** Tells how the lists of planned communities stand. Who keeps lists implements it; without lists all are drafts. */
public interface RosterStandings {
    /** Nobody keeps lists. */
    RosterStandings NONE = new RosterStandings() {
        @Override
        public Map<String, RosterStanding> counties(String programmeId, Collection<String> countyCodes) {
            return Map.of();
        }

        @Override
        public Map<String, LocalDate> rollUps(String programmeId, Collection<String> cityCodes) {
            return Map.of();
        }
    };

    /**
     * How the lists of counties stand, by code; a county without a list is missing, or has {@link RosterStanding#NONE}. One round trip at
     * most.
     */
    Map<String, RosterStanding> counties(String programmeId, Collection<String> countyCodes);

    /** On which day cities first sent the lists of their counties on, by code; one that never did is missing. One round trip at most. */
    Map<String, LocalDate> rollUps(String programmeId, Collection<String> cityCodes);
}
