package org.tongke.backend.base.who;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking: an account with its grants, or nobody.
 *
 * @param account raw id of the account; null if nobody is signed in
 * @param name name shown to others
 * @param grants what the account may be, and where
 * @param teacher raw id of the teacher whose account it is; null if it is none's
 * @param limit what the token that was sent lets the account do at most
 * @param address network address that the request came from; null where it is not known
 */
public record Viewer(
        @Nullable String account,
        String name,
        List<Grant> grants,
        @Nullable String teacher,
        Limit limit,
        @Nullable String address) {
    /** Nobody: the viewer of a request without a valid token. */
    public static final Viewer NOBODY = new Viewer(null, "", List.of());

    public Viewer {
        grants = List.copyOf(grants);
    }

    /** A viewer whom no token limits. */
    public Viewer(@Nullable String account, String name, List<Grant> grants, @Nullable String teacher) {
        this(account, name, grants, teacher, Limit.NONE, null);
    }

    /** A viewer who is no teacher of the directory. */
    public Viewer(@Nullable String account, String name, List<Grant> grants) {
        this(account, name, grants, null);
    }

    /** The same as a token limits it. */
    public Viewer limitedTo(Limit most) {
        return new Viewer(account, name, grants, teacher, most, address);
    }

    /** The same, asking from a network address. */
    public Viewer askingFrom(String where) {
        return new Viewer(account, name, grants, teacher, limit, where);
    }

    /** Whether it is the same account with the same rights, wherever it asks from. */
    public boolean isAs(Viewer other) {
        return equals(new Viewer(other.account, other.name, other.grants, other.teacher, other.limit, address));
    }

    /** Whether somebody is signed in. */
    public boolean signedIn() {
        return account != null;
    }

    /** Raw id of the account. Throws if nobody is signed in: the table of who may do what lets nobody this far. */
    public String requireAccount() {
        if (account == null) {
            throw new IllegalStateException("nobody is signed in");
        }
        return account;
    }

    /** Places where the account has one of its roles. */
    public List<PlaceKey> places() {
        return grants.stream().map(Grant::place).filter(place -> place != null).toList();
    }

    /** Raw id of the teacher whose account it is. */
    public Optional<String> findTeacher() {
        return Optional.ofNullable(teacher);
    }

    /** Raw id of the supplier that the account reports for. */
    public Optional<String> findSupplier() {
        return grants.stream()
                .filter(grant -> grant.role() == Role.SUPPLIER)
                .flatMap(grant -> Optional.ofNullable(grant.supplier()).stream())
                .findFirst();
    }
}
