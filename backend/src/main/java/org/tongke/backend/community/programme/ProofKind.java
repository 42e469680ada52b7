package org.tongke.backend.community.programme;

/** The kinds of file that prove something. */
public enum ProofKind {
    /** A picture of what took place, such as a photo or a screenshot. */
    PICTURE,
    /** A document in its final form, such as one with a seal. */
    PDF,
    /** A text or table that is not a PDF. */
    DOCUMENT
}
