package org.tongke.backend.community.programme;

/** The kinds of file that prove something. */
public enum ProofKind {
    PICTURE,
    PDF,
    /** A text or table that is not a PDF. */
    DOCUMENT
}
