package org.tongke.backend.file;

import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.file.inspection.MediaType;

/** A ticket as it is stored. */
final class TicketDocument {
    static final String ID = "_id";
    static final String CONTENT = "content";
    static final String EXPIRES_AT = "expiresAt";
    static final String STATE = "state";
    static final String REFUSAL = "refusal";
    static final String PARTS_ID = "partsId";
    static final String BEGUN = "begun";
    static final String NEXT_DUE_AT = "nextDueAt";

    private static final String BY = "by";
    private static final String COMMUNITY = "community";
    private static final String CLAIM = "claim";
    private static final String FILE_NAME = "fileName";
    private static final String MEDIA_TYPE = "mediaType";
    private static final String SIZE_BYTES = "sizeBytes";
    private static final String SHA256 = "sha256";
    private static final String KEY = "key";
    private static final String CODE = "code";
    private static final String ARGUMENTS = "arguments";

    private TicketDocument() {}

    /** What never changes: what the ticket was asked for. */
    static Document write(Ticket ticket) {
        return new Document(BY, ticket.by().toDocument())
                .append(COMMUNITY, ticket.communityId())
                .append(Scope.PLACES, List.copyOf(ticket.places()))
                .append(CLAIM, ticket.claim())
                .append(FILE_NAME, ticket.fileName())
                .append(MEDIA_TYPE, ticket.mediaType().name())
                .append(SIZE_BYTES, ticket.sizeBytes())
                .append(SHA256, ticket.sha256())
                .append(KEY, ticket.incomingKey());
    }

    static Document write(Refusal refusal) {
        return new Document(CODE, refusal.code().name())
                .append(
                        ARGUMENTS,
                        refusal.arguments().stream().map(Object::toString).toList());
    }

    static Ticket read(Document stored) {
        return new Ticket(
                stored.getString(ID),
                Origin.from(stored.get(BY, Document.class)),
                stored.getString(COMMUNITY),
                stored.getList(Scope.PLACES, String.class),
                stored.get(CLAIM, Document.class),
                stored.getString(FILE_NAME),
                MediaType.valueOf(stored.getString(MEDIA_TYPE)),
                stored.get(SIZE_BYTES, Number.class).longValue(),
                stored.getString(SHA256),
                stored.getString(KEY),
                stored.getDate(EXPIRES_AT).toInstant(),
                TicketState.valueOf(stored.getString(STATE)),
                Optional.ofNullable(stored.get(REFUSAL, Document.class)).map(TicketDocument::refusal),
                Optional.ofNullable(stored.getString(PARTS_ID)),
                stored.get(BEGUN, Number.class).intValue(),
                stored.getDate(NEXT_DUE_AT).toInstant());
    }

    private static Refusal refusal(Document kept) {
        return Rejections.of(
                ErrorCode.valueOf(kept.getString(CODE)),
                kept.getList(ARGUMENTS, String.class).toArray());
    }
}
