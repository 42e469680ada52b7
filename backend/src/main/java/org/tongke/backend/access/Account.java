package org.tongke.backend.access;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.Node;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.Placed;
import org.tongke.backend.base.who.Viewer;

/**
 * Somebody, or some program, that signs in.
 *
 * @param id raw id
 * @param revision how often it was written; 0 if it is not there yet
 * @param name name shown to others
 * @param signInName name to sign in with, in lower case
 * @param grants what it may be, and where
 * @param teacherId raw id of the teacher whose account it is; null if it is none's
 * @param means how it can sign in
 * @param places keys of the places of its roles, with all regions above
 */
public record Account(
        String id,
        long revision,
        String name,
        String signInName,
        List<Grant> grants,
        @Nullable String teacherId,
        Means means,
        Collection<String> places)
        implements Node, Placed {

    public Account {
        grants = List.copyOf(grants);
        places = List.copyOf(places);
    }

    /** An account that is not there yet, and cannot sign in. */
    static Account of(String id, String name, String signInName, List<Grant> grants, @Nullable String teacherId) {
        return new Account(id, 0, name, normalize(signInName), grants, teacherId, Means.NONE, List.of());
    }

    /** A sign-in name as it is compared. */
    static String normalize(String signInName) {
        return signInName.strip().toLowerCase(Locale.ROOT);
    }

    /** The account as the one who asks. */
    public Viewer asViewer() {
        return new Viewer(id, name, grants, teacherId);
    }

    /** Whether it may sign in at all. */
    public boolean isOpen() {
        return means.closedAt() == null;
    }

    @Override
    public GlobalId globalId() {
        return new GlobalId("Account", id);
    }

    Account named(String newName) {
        return new Account(id, revision, newName, signInName, grants, teacherId, means, places);
    }

    Account with(List<Grant> newGrants) {
        return new Account(id, revision, name, signInName, newGrants, teacherId, means, places);
    }

    Account with(Means newMeans) {
        return new Account(id, revision, name, signInName, grants, teacherId, newMeans, places);
    }

    Account at(Collection<String> newPlaces) {
        return new Account(id, revision, name, signInName, grants, teacherId, means, newPlaces);
    }

    Account next() {
        return new Account(id, revision + 1, name, signInName, grants, teacherId, means, places);
    }

    /**
     * How an account can sign in.
     *
     * @param password whether it has a password of its own
     * @param startCodeEndsAt until when its start code can be used; null if it has none
     * @param closedAt since when it is closed; null if it is open
     */
    public record Means(
            boolean password,
            @Nullable Instant startCodeEndsAt,
            @Nullable Instant closedAt) {
        static final Means NONE = new Means(false, null, null);

        Means withPassword() {
            return new Means(true, null, closedAt);
        }

        Means withCodeUntil(Instant endsAt) {
            return new Means(false, endsAt, closedAt);
        }

        Means closed(@Nullable Instant at) {
            return new Means(password, startCodeEndsAt, at);
        }
    }
}
