package org.tongke.backend.push;

import org.tongke.backend.directory.School;

/**
 * A school that meets a rule.
 *
 * @param school the school
 * @param teachers how many of its teachers it is for, as the directory knows them
 */
public record Receiver(School school, int teachers) {}
