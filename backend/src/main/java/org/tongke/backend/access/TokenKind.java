package org.tongke.backend.access;

import java.time.Duration;

/** What a token is for, and how long it lives. */
public enum TokenKind {
    /** A browser's cookie: 60 days from its last use. */
    DEVICE(Duration.ofDays(60), true),
    /** A supplier's platform. */
    SUPPLIER(Duration.ofDays(400), false),
    /** A developer's program. */
    DEVELOPER(Duration.ofDays(400), false),
    /** Somebody who tries the API on a server with the demo. */
    SANDBOX(Duration.ofDays(1), false);

    private final Duration lifetime;
    private final boolean sliding;

    TokenKind(Duration lifetime, boolean sliding) {
        this.lifetime = lifetime;
        this.sliding = sliding;
    }

    /** How long it lives. */
    public Duration lifetime() {
        return lifetime;
    }

    /** Whether its life begins anew with each use. */
    boolean sliding() {
        return sliding;
    }
}
