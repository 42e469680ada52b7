package org.tongke.backend.evidence;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket carries: what its file is said to prove.
 *
 * @param programmeId raw id of the programme whose standard asks for it; null in tickets from before claims named one
 * @param criterion the criterion that it proves, as in 2.1
 * @param activityId raw id of the activity that it shows; null if it shows none in particular
 * @param fileName name of the file on the device
 * @param note note of the uploader; null if there is none
 */
record Claim(
        @Nullable String programmeId,
        String criterion,
        @Nullable String activityId,
        String fileName,
        @Nullable String note) {
    static final String PROGRAMME = "programme";
    static final String CRITERION = "criterion";
    static final String ACTIVITY = "activity";
    static final String FILE_NAME = "fileName";
    static final String NOTE = "note";

    static Claim of(ClaimRequest request, String programmeId) {
        return new Claim(
                programmeId,
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
                stored.getString(PROGRAMME),
                stored.getString(CRITERION),
                stored.getString(ACTIVITY),
                stored.getString(FILE_NAME),
                stored.getString(NOTE));
    }

    Document toDocument() {
        return new Document(PROGRAMME, programmeId)
                .append(CRITERION, criterion)
                .append(ACTIVITY, activityId)
                .append(FILE_NAME, fileName)
                .append(NOTE, note);
    }
}
