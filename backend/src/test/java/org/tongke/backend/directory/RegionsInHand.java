package org.tongke.backend.directory;

/** The product's regions, for tests that build a component of another room by hand. */
public final class RegionsInHand {

    private RegionsInHand() {}

    /** All of them. */
    public static Regions all() {
        return new Regions();
    }
}
