package org.tongke.backend.activity.value;

/** How long texts of an activity can be, in characters, and how many of a thing it can have. */
public final class Lengths {
    /** An outside id. */
    public static final int ID = 200;

    /** A title. */
    public static final int TITLE = 200;

    /** Full name of a school. */
    public static final int SCHOOL = 200;

    /** A name, room, class or code. */
    public static final int NAME = 100;

    /** Number of a teacher. */
    public static final int NUMBER = 50;

    /** Text of an attribute. */
    public static final int ATTRIBUTE = 1_000;

    /** Schools of an activity. */
    public static final int SCHOOLS = 20;

    /** Teachers of an activity. */
    public static final int TEACHERS = 20;

    /** Materials of an activity. */
    public static final int MATERIALS = 20;

    private Lengths() {}
}
