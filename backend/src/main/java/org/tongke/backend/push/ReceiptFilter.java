package org.tongke.backend.push;

/** Which schools of a push are asked for. */
public enum ReceiptFilter {
    /** Those of which nobody has opened it. */
    NOT_OPENED,
    /** Those of which somebody has. */
    OPENED,
    /** Those with a lesson that uses it. */
    USED
}
