package org.tongke.backend.demo;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Puts the demo in place at each start. */
@Component
@ConditionalOnBooleanProperty("tongke.demo")
class DemoStart implements ApplicationRunner {
    private final DemoCounty county;
    private final DemoPeople people;

    DemoStart(DemoCounty county, DemoPeople people) {
        this.county = county;
        this.people = people;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        county.put();
        people.put();
    }
}
