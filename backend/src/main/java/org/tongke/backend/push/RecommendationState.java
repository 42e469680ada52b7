package org.tongke.backend.push;

/** What became of a recommendation. */
public enum RecommendationState {
    /** It waits for the centre. */
    WAITING,
    /** The centre may push the resource. */
    ACCEPTED,
    /** The centre does not. */
    DECLINED,
    /** The resource was taken back before the centre decided. */
    WITHDRAWN
}
