package org.tongke.backend.activity;

/**
 * Something to read or watch for an activity.
 *
 * @param title what it is called
 * @param url https address of it
 */
public record Material(String title, String url) {}
