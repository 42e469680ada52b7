package org.tongke.backend.publication;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.value.Values;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.text.Secret;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;

/** Links to how regions stand, which officers give to people without an account. Every command is one write and can be repeated. */
@Component
public class ShareLinks {
    /** Name of the list for page requests. */
    public static final String LIST = ShareLinkStore.LIST;

    /** How many values order the list. */
    public static final int LIST_KEYS = 2;

    /** Most days from the day on which a link is made to its last. */
    public static final int MOST_DAYS = 90;

    private static final int KEY_BYTES = 16;
    private static final int LONGEST_NOTE = 60;

    private final ShareLinkStore store;
    private final Regions regions;
    private final Programmes programmes;
    private final Clock clock;

    ShareLinks(ShareLinkStore store, Regions regions, Programmes programmes, Clock clock) {
        this.store = store;
        this.regions = regions;
        this.programmes = programmes;
        this.clock = clock;
    }

    /**
     * What a new link is to be.
     *
     * @param id the client's id of it
     * @param regionCode code of its region
     * @param programme its programme; empty if there is none as named
     * @param note for whom it is
     * @param lastDay the last day on which it holds
     */
    public record Wanted(
            UUID id,
            String regionCode,
            Optional<Programme> programme,
            @Nullable String note,
            LocalDate lastDay) {}

    /** Links that hold, the newest first. One round trip. */
    public Connection<ShareLink> list(PageRequest page, Scope scope) {
        return Connection.of(store.list(page, clock.instant(), scope), page, ShareLinkStore::cursorOf);
    }

    /**
     * Makes a link. Sent again with the same id, it is the same link, whatever else is said.
     *
     * @param scope where the caller is an officer
     * @throws RefusedException NOT_FOUND, TOO_LONG, MALFORMED, OUT_OF_RANGE, ID_REUSED
     */
    public ShareLink create(Wanted wanted, Viewer viewer, Scope scope) {
        var region = regions.find(wanted.regionCode())
                .filter(found -> scope.covers(found.places()))
                .orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "regionId"));
        var programme = wanted.programme().orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "programmeId"));
        var id = wanted.id().toString();
        var before = store.find(id);
        if (before.isPresent()) {
            return sameAgain(before.get(), viewer);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var link = link(wanted, region, programme, viewer, now);
        var made = new FieldChange(
                "link", null, "%s (%s – %s)".formatted(region.name(), programme.code(), wanted.lastDay()));
        return store.put(link, name(region, link), List.of(made), Origin.of(viewer), now)
                ? link
                : sameAgain(store.find(id).orElseThrow(), viewer);
    }

    private static String name(Region region, ShareLink link) {
        return link.note() == null ? region.name() : region.name() + " · " + link.note();
    }

    private static ShareLink sameAgain(ShareLink found, Viewer viewer) {
        if (!found.account().equals(viewer.account())) {
            throw refused(ErrorCode.ID_REUSED, "id");
        }
        return found;
    }

    private ShareLink link(Wanted wanted, Region region, Programme programme, Viewer viewer, Instant now) {
        var note = Values.findText("note", wanted.note(), LONGEST_NOTE).orElse(null);
        var today = LocalDate.ofInstant(now, programme.zone());
        var last = today.plusDays(MOST_DAYS);
        if (wanted.lastDay().isBefore(today) || wanted.lastDay().isAfter(last)) {
            throw refused(ErrorCode.OUT_OF_RANGE, "lastDay", today, last);
        }
        return new ShareLink(
                wanted.id().toString(),
                1,
                Secret.ofBytes(KEY_BYTES),
                region.code(),
                programme.id(),
                note,
                viewer.name(),
                viewer.requireAccount(),
                now,
                wanted.lastDay().plusDays(1).atStartOfDay(programme.zone()).toInstant(),
                region.places());
    }

    /**
     * Ends a link at once. One that has ended stays as it is.
     *
     * @param id raw id
     * @param scope where the caller is an officer
     * @throws RefusedException NOT_FOUND
     */
    public ShareLink end(String id, Viewer viewer, Scope scope) {
        while (true) {
            var link = store.find(id)
                    .filter(found -> scope.covers(found.places()))
                    .orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "linkId"));
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            if (!link.holds(now)) {
                return link;
            }
            var ended = link.ended(now);
            var programme =
                    programmes.find(link.programmeId()).map(Programme::code).orElse("");
            var region = regions.get(link.regionCode());
            var gone = new FieldChange("link", "%s (%s)".formatted(region.name(), programme), null);
            if (store.put(ended, name(region, link), List.of(gone), Origin.of(viewer), now)) {
                return ended;
            }
            // somebody else ended it in between
        }
    }

    /** The link with a key, as long as it holds. */
    Optional<ShareLink> open(String key) {
        return store.findByKey(key).filter(link -> link.holds(clock.instant()));
    }

    private static RefusedException refused(ErrorCode code, String path, Object... arguments) {
        return new RefusedException(Refusal.of(code, List.of(path), arguments));
    }
}
