package org.tongke.backend.resource;

/** How resources are listed. */
public enum ResourceOrder {
    /** Those first that were shared last. */
    NEWEST("resources"),
    /** Those first that communities like the caller's use most: opened by most people, tied to most lessons. */
    MOST_USED("resourcesByUse");

    private final String list;

    ResourceOrder(String list) {
        this.list = list;
    }

    /** How many values order the list. */
    public static final int KEYS = 2;

    /** Name of the list for page requests. */
    public String list() {
        return list;
    }
}
