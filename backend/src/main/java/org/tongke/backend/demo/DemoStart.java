package org.tongke.backend.demo;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Puts the demo in place before the server answers, and goes on reporting lessons as the days go by.
 */
@Component
@ConditionalOnBooleanProperty("tongke.demo")
class DemoStart implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final DemoCounty county;
    private final DemoPeople people;
    private final DemoColleagues colleagues;
    private final DemoBells bells;
    private final DemoLessons lessons;
    private final DemoSandbox sandbox;
    private final DemoResources resources;
    private final DemoPushes pushes;
    private final DemoProvinceStart province;
    private volatile @Nullable Thread reporting;

    DemoStart(
            DemoCounty county,
            DemoPeople people,
            DemoColleagues colleagues,
            DemoBells bells,
            DemoLessons lessons,
            DemoSandbox sandbox,
            DemoResources resources,
            DemoPushes pushes,
            DemoProvinceStart province) {
        this.county = county;
        this.people = people;
        this.colleagues = colleagues;
        this.bells = bells;
        this.lessons = lessons;
        this.sandbox = sandbox;
        this.resources = resources;
        this.pushes = pushes;
        this.province = province;
    }

    @Override
    public void start() {
        county.put();
        colleagues.put(people.put());
        bells.put(people.demoClerk());
        lessons.putSupplier();
        lessons.report();
        sandbox.put();
        reporting = Thread.ofVirtual().name("demo-lessons").start(this::goOn);
    }

    /** The province comes while the pages answer already: it takes longer than somebody wants to wait. */
    private void goOn() {
        tried(resources::put);
        tried(pushes::put);
        tried(this::open);
        tried(province::fillOnceADay);
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
            tried(lessons::report);
            tried(resources::put);
            tried(province::fillOnceADay);
        }
    }

    private void open() {
        try {
            pushes.open();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tried(Runnable reporting) {
        try {
            reporting.run();
        } catch (RuntimeException storeAway) {
            LOG.warn("the demo's lessons could not be reported; next try in {}", PAUSE, storeAway);
        }
    }

    @Override
    public void stop() {
        var thread = reporting;
        if (thread != null) {
            thread.interrupt();
        }
        reporting = null;
    }

    @Override
    public boolean isRunning() {
        return reporting != null;
    }

    /** Before the web server opens its port, so that nobody finds an empty timetable. */
    @Override
    public int getPhase() {
        return 0;
    }
}
