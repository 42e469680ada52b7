package org.tongke.backend.publication;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.who.Placed;

/**
 * A link by which everybody who has its key sees how a region stands. It shows less than whoever could read it in the database sees there
 * anyhow: so the key itself is kept, and its officers can copy the address again.
 *
 * @param id raw id: the client's
 * @param revision how often it was written
 * @param key what its address ends with: 128 random bits
 * @param regionCode code of its region
 * @param programmeId id of its programme
 * @param note for whom it is; null if that was not told
 * @param createdBy name of who made it
 * @param account raw id of his or her account
 * @param createdAt when it was made
 * @param endsAt when it ends, or ended
 * @param places keys of its region and those above
 */
public record ShareLink(
        String id,
        long revision,
        String key,
        String regionCode,
        String programmeId,
        @Nullable String note,
        String createdBy,
        String account,
        Instant createdAt,
        Instant endsAt,
        Collection<String> places)
        implements Placed {

    /** Type of its opaque ids. */
    public static final String TYPE = "ShareLink";

    public ShareLink {
        places = List.copyOf(places);
    }

    /** Whether it shows something. */
    public boolean holds(Instant now) {
        return endsAt.isAfter(now);
    }

    ShareLink ended(Instant now) {
        return new ShareLink(
                id, revision + 1, key, regionCode, programmeId, note, createdBy, account, createdAt, now, places);
    }
}
