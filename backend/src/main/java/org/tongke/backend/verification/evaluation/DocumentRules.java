package org.tongke.backend.verification.evaluation;

import java.util.HashSet;
import java.util.List;
import org.tongke.backend.community.programme.DocumentAsked;
import org.tongke.backend.community.programme.Rule;

/** Criteria that are met by documents alone: 1.1, 1.2 and the exchange within a merged community. */
final class DocumentRules {

    private DocumentRules() {}

    static CriterionResult documentsPresent(Rule.Documents rule, Question question) {
        var answer = new Answer();
        count(rule.documents(), 0, question, answer);
        return answer.result(question);
    }

    /**
     * Counts the files that are for the criterion as a whole, by their kind.
     *
     * @param asGood how many things besides files are as good as one of each document
     */
    static void count(List<DocumentAsked> documents, int asGood, Question question, Answer answer) {
        var fitting = question.facts().evidence().stream()
                .filter(evidence -> question.criterion().id().equals(evidence.criterion()))
                .toList();
        for (var document : documents) {
            var hashes = new HashSet<String>();
            for (var evidence : fitting) {
                if (document.kinds().contains(evidence.kind())) {
                    if (hashes.add(evidence.fileHash())) {
                        answer.counted(FactRef.of(evidence));
                    } else {
                        answer.rejected(FactRef.of(evidence), Rejected.Reason.DUPLICATE);
                    }
                }
            }
            answer.document(document, hashes.size() + asGood);
        }
        fitting.stream()
                .filter(evidence -> documents.stream()
                        .noneMatch(document -> document.kinds().contains(evidence.kind())))
                .forEach(evidence -> answer.rejected(FactRef.of(evidence), Rejected.Reason.WRONG_KIND));
    }
}
