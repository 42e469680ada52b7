package org.tongke.backend.evidence;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What a ticket carries: what its file is said to prove. */
record Claim(
        String criterion,
        @Nullable String activityId,
        String fileName,
        @Nullable String note) {
    static final String CRITERION = "criterion";
    static final String ACTIVITY = "activity";
    static final String FILE_NAME = "fileName";
    static final String NOTE = "note";

    static Claim of(ClaimRequest request) {
        return new Claim(
                request.criterion(),
                request.activityId().orElse(null),
                request.fileName().strip(),
                request.note()
                        .map(String::strip)
                        .filter(note -> !note.isEmpty())
                        .orElse(null));
    }

    static Claim from(Document stored) {
        return new Claim(
                stored.getString(CRITERION),
                stored.getString(ACTIVITY),
                stored.getString(FILE_NAME),
                stored.getString(NOTE));
    }

    Document toDocument() {
        return new Document(CRITERION, criterion)
                .append(ACTIVITY, activityId)
                .append(FILE_NAME, fileName)
                .append(NOTE, note);
    }
}
