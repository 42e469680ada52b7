package org.tongke.backend.community.programme;

/**
 * One thing a community must show.
 *
 * @param id its number, such as {@code 2.1}; the same in every mode
 * @param place place in the notice
 * @param name its name for people
 * @param rule how it is judged
 */
public record Criterion(String id, String place, Wording name, Rule rule) {}
