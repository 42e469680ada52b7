package org.tongke.backend.community.roster;

import java.time.Instant;
import org.bson.Document;
import org.tongke.backend.base.mongo.Values;

/**
 * What a city's roll-up took of a county: it is what was handed in, whatever becomes of the roster later.
 *
 * @param number number of the roll-up, the same for all counties that it took
 * @param by who rolled up, and when
 * @param submittedAt when the county had handed it in
 * @param communities how many communities were planned
 * @param members how many different member schools
 * @param paired how many different schools, core and member together
 */
public record Receipt(String number, Signature by, Instant submittedAt, int communities, int members, int paired) {

    Document toDocument() {
        return new Document("number", number)
                .append("by", by.toDocument())
                .append("submittedAt", Values.date(submittedAt))
                .append("communities", communities)
                .append("members", members)
                .append("paired", paired);
    }

    static Receipt from(Document stored) {
        return new Receipt(
                stored.getString("number"),
                Signature.from(stored.get("by", Document.class)),
                Values.instant(stored, "submittedAt"),
                stored.getInteger("communities"),
                stored.getInteger("members"),
                stored.getInteger("paired"));
    }
}
