package org.tongke.backend.verification.evaluation;

import java.time.Instant;
import org.tongke.backend.community.programme.Criterion;
import org.tongke.backend.community.programme.ProgrammeSpan;

/** One criterion asked of one community at one moment. */
record Question(Criterion criterion, CommunityFacts facts, ProgrammeSpan span, Instant asOf) {}
