package org.tongke.backend.evidence;

/** Whether a piece of evidence still speaks. */
public enum EvidenceState {
    /** It speaks; only such evidence counts. */
    CURRENT,
    /** A newer file took its place. */
    REPLACED,
    /** It was taken back, with a reason. */
    WITHDRAWN
}
