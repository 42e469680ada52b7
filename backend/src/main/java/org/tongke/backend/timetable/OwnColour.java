package org.tongke.backend.timetable;

/** Colour of an own entry; how it looks is the client's. */
public enum OwnColour {
    GREY,
    RED,
    ORANGE,
    YELLOW,
    GREEN,
    TEAL,
    BLUE,
    PURPLE
}
