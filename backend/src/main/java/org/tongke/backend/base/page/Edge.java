package org.tongke.backend.base.page;

/** A thing in a list, and where it stands there. */
public record Edge<T>(String cursor, T node) {}
