package org.tongke.backend.activity;

/** What became of one report. */
public sealed interface ApplyOutcome {

    /** It was new or newer, and is written. */
    record Applied() implements ApplyOutcome {}

    /** This revision, with this content, is here already. */
    record Unchanged() implements ApplyOutcome {}

    /** A newer revision is here already, or came with it in the same call. */
    record Older() implements ApplyOutcome {}

    /**
     * This revision is here already, with other content. The one that came first stays.
     *
     * @param revision the supplier's revision
     */
    record RevisionReused(long revision) implements ApplyOutcome {}
}
