package org.tongke.frontend.shell;

import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** What a person can read out on the phone, and an operator finds in the log. */
final class FaultNumber {
    private static final int COUNT = 36 * 36 * 36 * 36 * 36;

    private FaultNumber() {}

    static String next() {
        return Integer.toString(ThreadLocalRandom.current().nextInt(COUNT / 36, COUNT), 36)
                .toUpperCase(Locale.ROOT);
    }
}
