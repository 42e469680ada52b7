package org.tongke.backend.evidence;

import java.util.List;
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
 * @param countyCode code of the county that issued it for several communities; null if it is for the ticket's community
 * @param communityIds raw ids of these; null for all new ones of the county, by the time of the confirmation
 * @param replaces raw id of the evidence whose place it takes; null if it takes none
 */
record Claim(
        @Nullable String programmeId,
        String criterion,
        @Nullable String activityId,
        String fileName,
        @Nullable String note,
        @Nullable String countyCode,
        @Nullable List<String> communityIds,
        @Nullable String replaces) {
    static final String PROGRAMME = "programme";
    static final String CRITERION = "criterion";
    static final String ACTIVITY = "activity";
    static final String FILE_NAME = "fileName";
    static final String NOTE = "note";
    static final String COUNTY = "county";
    static final String COMMUNITIES = "communities";
    static final String REPLACES = "replaces";

    static Claim of(ClaimRequest request, String programmeId) {
        var county = request.target() instanceof ClaimTarget.OfCounty found ? found : null;
        return new Claim(
                programmeId,
                request.criterion(),
                request.activityId().orElse(null),
                request.fileName().strip(),
                ClaimForm.note(request.note()),
                county == null ? null : county.countyCode(),
                county == null ? null : county.communityIds().orElse(null),
                request.replacesId().orElse(null));
    }

    static Claim from(Document stored) {
        return new Claim(
                stored.getString(PROGRAMME),
                stored.getString(CRITERION),
                stored.getString(ACTIVITY),
                stored.getString(FILE_NAME),
                stored.getString(NOTE),
                stored.getString(COUNTY),
                stored.getList(COMMUNITIES, String.class),
                stored.getString(REPLACES));
    }

    /** What most claims do not say is not written, so that a ticket asked for before it could be said is the same one still. */
    Document toDocument() {
        var document = new Document(PROGRAMME, programmeId)
                .append(CRITERION, criterion)
                .append(ACTIVITY, activityId)
                .append(FILE_NAME, fileName)
                .append(NOTE, note);
        if (countyCode != null) {
            document.append(COUNTY, countyCode).append(COMMUNITIES, communityIds);
        }
        if (replaces != null) {
            document.append(REPLACES, replaces);
        }
        return document;
    }
}
