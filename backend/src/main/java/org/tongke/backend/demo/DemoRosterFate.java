package org.tongke.backend.demo;

import java.util.Map;

/** How far a county's roster has come. Each step is one write, so that the revision says which were taken. */
enum DemoRosterFate {
    /** It is filled in, and should have been handed in. */
    IN_WORK(1),
    /** It was handed in late and waits for the city. */
    WAITING(2),
    /** The city has rolled it up. */
    LOCKED(3),
    /** The county asks to change it; the city has to decide. */
    CITY_DECIDES(4),
    /** The same, and the city agrees; the province has to decide. */
    PROVINCE_DECIDES(5);

    /** Of the city whose account can be tried one of each, and some elsewhere. */
    private static final Map<String, DemoRosterFate> OF_COUNTIES = Map.of(
            "330329",
            IN_WORK,
            "330226",
            IN_WORK,
            "330824",
            IN_WORK,
            "330326",
            WAITING,
            "330182",
            WAITING,
            "330324",
            CITY_DECIDES,
            "331024",
            PROVINCE_DECIDES);

    private final int steps;

    DemoRosterFate(int steps) {
        this.steps = steps;
    }

    /** How often it was written. */
    int steps() {
        return steps;
    }

    /** That of a county; most are locked. */
    static DemoRosterFate of(String countyCode) {
        return OF_COUNTIES.getOrDefault(countyCode, LOCKED);
    }
}
