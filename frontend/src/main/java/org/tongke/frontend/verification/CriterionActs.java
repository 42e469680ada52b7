package org.tongke.frontend.verification;

import org.tongke.frontend.contract.types.ExchangePeriod;
import org.tongke.frontend.contract.types.ProgressFact;

/** What a person can do at a criterion, beside following links. */
interface CriterionActs {
    /** Looks at a piece of evidence. */
    void open(String evidenceId);

    /** Says that a lesson took place that was reported late. */
    void confirm(ProgressFact lesson);

    /** Enters an exchange period. */
    void addExchange();

    /** Says otherwise how an exchange period is. */
    void editExchange(ExchangePeriod period);

    /** Takes an exchange period back. */
    void withdrawExchange(ExchangePeriod period);
}
