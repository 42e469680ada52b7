package org.tongke.backend.verification;

import java.util.Collection;
import java.util.Map;

/** Where progress reads what counties have said. The findings lie in a package that builds on this one, so they stand behind a face. */
public interface Verdicts {
    /** The latest verdict on each of some communities; where there is none it is missing. One round trip. */
    Map<ProgressId, Verdict> find(Collection<ProgressId> ids);
}
