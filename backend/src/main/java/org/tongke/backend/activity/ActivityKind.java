package org.tongke.backend.activity;

import org.tongke.backend.community.programme.Wording;

/**
 * What an activity can be.
 *
 * @param code code, as in SYNCED_LESSON
 * @param name name, as in 城乡同步课堂
 * @param subjectRequired whether a report must say what is taught
 * @param attributes what activities of this kind have besides
 */
public record ActivityKind(String code, Wording name, boolean subjectRequired, AttributeSchema attributes) {}
