package org.tongke.backend.verification;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.programme.ProgrammeSpan;
import org.tongke.backend.evidence.Evidence;
import org.tongke.backend.register.ExchangePeriod;

/** The facts that progress follows from, each asked for many communities in one round trip. */
interface FactSource {
    /** Communities by raw id; those that are not there are missing. */
    Map<String, Community> communities(Collection<String> ids);

    /** Communities page by page, the page after a cursor, or the first one. */
    Connection<Community> list(@Nullable String after);

    /** All activities of the communities that begin on a day of the span. */
    List<Activity> activities(Collection<String> communityIds, ProgrammeSpan span);

    /** All evidence that speaks for the communities now. */
    List<Evidence> evidence(Collection<String> communityIds);

    /** What counties last said of communities in programmes; where they have said nothing it is missing. */
    Map<ProgressId, Verdict> verdicts(Collection<ProgressId> ids);

    /** All exchange periods of the communities that hold. */
    List<ExchangePeriod> exchanges(Collection<String> communityIds);
}
