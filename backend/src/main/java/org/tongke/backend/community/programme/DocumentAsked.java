package org.tongke.backend.community.programme;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A document that the notice asks to be uploaded (需上传…).
 *
 * @param code its stable name
 * @param kinds kinds of file that will do
 * @param need how many the criterion waits for
 * @param name its name for people
 */
public record DocumentAsked(String code, Set<ProofKind> kinds, Need need, Wording name) {

    /** How many of a document a criterion waits for. */
    public enum Need {
        /** None: it is taken if it comes. So for tables the product makes itself. */
        NONE,
        /** At least one for the criterion. */
        ANY,
        /** One for every activity; an activity without it does not count. */
        EACH
    }

    public DocumentAsked {
        kinds = Set.copyOf(kinds);
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException(code + " takes no kind of file");
        }
    }

    /** Which of the documents a file is must be plain from its kind, so no two may take the same kind. */
    static List<DocumentAsked> checked(List<DocumentAsked> documents) {
        var taken = new HashSet<ProofKind>();
        for (var document : documents) {
            for (var kind : document.kinds) {
                if (!taken.add(kind)) {
                    throw new IllegalArgumentException(document.code + " shares " + kind + " with another document");
                }
            }
        }
        return List.copyOf(documents);
    }

    static void refuseEach(List<DocumentAsked> documents) {
        for (var document : documents) {
            if (document.need == Need.EACH) {
                throw new IllegalArgumentException(document.code + " is asked of each activity, but none is counted");
            }
        }
    }
}
