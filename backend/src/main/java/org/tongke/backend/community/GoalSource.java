package org.tongke.backend.community;

import java.time.Instant;
import org.tongke.backend.community.programme.Programme;

/** Tells what regions are to reach. */
public interface GoalSource {
    /** What the regions of a programme are to reach at a moment. One round trip. */
    Goals goals(Programme programme, Instant moment);
}
