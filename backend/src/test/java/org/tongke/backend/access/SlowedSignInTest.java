package org.tongke.backend.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongke.backend.access.SignInTries.Pace;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.TestClock;

/** Tries in vain slow down by name, and by name and address; two backends agree on that. */
@BackendTest
class SlowedSignInTest {
    private final TestClock clock;
    private final SignInTries here;
    private final SignInTries atAnotherBackend;
    private final String name = "slowed-" + UUID.randomUUID();

    @Autowired
    SlowedSignInTest(MongoDatabase database, TestClock clock) {
        this.clock = clock;
        here = new SignInTries(database, clock);
        atAnotherBackend = new SignInTries(database, clock);
    }

    @BeforeEach
    void stopTheClock() {
        clock.advance(Duration.ZERO);
    }

    @AfterEach
    void startTheClock() {
        clock.release();
    }

    /** Seconds to wait; 0 if it may be tried. */
    private static long wait(SignInTries tries, String name, String address) {
        try {
            tries.begin(name, address);
            return 0;
        } catch (RefusedException refused) {
            return (long) refused.refusals().getFirst().arguments().getFirst();
        }
    }

    @Test
    void waitsGrowAndEnd() {
        assertThat(Pace.NAME_AND_ADDRESS.after(4)).isZero();
        assertThat(Pace.NAME_AND_ADDRESS.after(5)).isEqualTo(Duration.ofSeconds(5));
        assertThat(Pace.NAME_AND_ADDRESS.after(7)).isEqualTo(Duration.ofSeconds(20));
        assertThat(Pace.NAME_AND_ADDRESS.after(1_000)).isEqualTo(Duration.ofMinutes(15));
        assertThat(Pace.NAME.after(19)).isZero();
        assertThat(Pace.NAME.after(1_000)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void theSixthTryFromAnAddressWaitsAtEveryBackend() {
        for (int tried = 0; tried < 5; tried++) {
            assertThat(wait(tried % 2 == 0 ? here : atAnotherBackend, name, "10.0.0.1"))
                    .isZero();
        }
        assertThat(wait(atAnotherBackend, name, "10.0.0.1")).isEqualTo(5);
        clock.advance(Duration.ofSeconds(3));
        assertThat(wait(here, name, "10.0.0.1")).isEqualTo(2);
        clock.advance(Duration.ofSeconds(2));
        assertThat(wait(here, name, "10.0.0.1")).isZero();
        assertThat(wait(here, name, "10.0.0.1")).isEqualTo(10);
        here.succeeded(name, "10.0.0.1");
        assertThat(wait(here, name, "10.0.0.1")).isZero();
    }

    @Test
    void anAddressAloneIsNeverSlowed() {
        for (int person = 0; person < 60; person++) {
            assertThat(wait(here, name + person, "10.0.0.2")).isZero();
        }
    }

    @Test
    void aNameIsSlowedFromWhereverItIsTried() {
        for (int address = 0; address < 20; address++) {
            assertThat(wait(here, name, "10.1.0." + address)).isZero();
        }
        assertThat(wait(atAnotherBackend, name, "10.1.1.1")).isEqualTo(5);
    }

    @Test
    void afterADayAllIsForgotten() {
        for (int tried = 0; tried < 5; tried++) {
            wait(here, name, "10.0.0.1");
        }
        clock.advance(Duration.ofDays(1));
        for (int tried = 0; tried < 5; tried++) {
            assertThat(wait(here, name, "10.0.0.1")).isZero();
        }
    }

    /** Many at once have no more tries than one after the other. */
    @Test
    void thoseAtOnceAreCountedToo() throws Exception {
        var tries = new ArrayList<Callable<Long>>();
        for (int one = 0; one < 40; one++) {
            tries.add(() -> wait(here, name, "10.0.0.1"));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var free = 0;
            for (var done : threads.invokeAll(tries)) {
                free += done.get() == 0 ? 1 : 0;
            }
            assertThat(free).isEqualTo(5);
        }
    }
}
