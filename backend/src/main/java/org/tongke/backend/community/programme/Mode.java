package org.tongke.backend.community.programme;

/** How the schools of a community work together. */
public enum Mode {
    /** 融合型: the schools are campuses of one school. */
    MERGED,
    /** 共建型: the schools stay apart but are assessed together. */
    CO_BUILT,
    /** 协作型: the loosest form. It counts towards no target and is assessed locally (annex 1, notes, 三.2). */
    COLLABORATIVE
}
