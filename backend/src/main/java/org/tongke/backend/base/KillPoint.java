package org.tongke.backend.base;

/**
 * Points between the steps of a journey at which a test can kill the process, to see that repeating the step repairs what was
 * left. Does nothing unless the system property {@code tongke.kill-at} names the point.
 */
public final class KillPoint {
    private static final String KILL_AT = System.getProperty("tongke.kill-at", "");
    private static final int EXIT_STATUS = 137;

    private KillPoint() {}

    /** A point between two steps. */
    public static void reached(String name) {
        if (KILL_AT.equals(name)) {
            Runtime.getRuntime().halt(EXIT_STATUS);
        }
    }
}
