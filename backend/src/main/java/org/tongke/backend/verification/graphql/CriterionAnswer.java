package org.tongke.backend.verification.graphql;

import java.time.ZoneId;
import org.tongke.backend.community.programme.Criterion;
import org.tongke.backend.verification.CommunityProgress;
import org.tongke.backend.verification.CriterionProgress;
import org.tongke.backend.verification.words.Words;

/**
 * The type {@code CriterionProgress} of the schema.
 *
 * @param progress whose it is
 * @param found how it stands
 * @param criterion what is asked
 * @param zone whose days the labels of facts name
 * @param words the caller's language, with the names that it needs
 */
record CriterionAnswer(
        CommunityProgress progress, CriterionProgress found, Criterion criterion, ZoneId zone, Words words) {}
