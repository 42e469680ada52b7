package org.tongke.backend.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.who.Grant;

/** The accounts: who there is, and whether a password is right. */
@Component
public class Accounts {
    private static final int STRENGTH = 12;

    private final AccountStore store;
    private final PasswordEncoder encoder = new BCryptPasswordEncoder(STRENGTH);
    /** Compared with where there is no such account, so that the answer takes as long. */
    private final String nobodysHash = encoder.encode("nobody");

    Accounts(AccountStore store) {
        this.store = store;
    }

    /** Enters an account, or what is new about it. Repeating it changes nothing. */
    public Account put(String id, String name, String signInName, @Nullable String passwordHash, List<Grant> grants) {
        return put(id, name, signInName, passwordHash, grants, null);
    }

    /**
     * Enters the account of a teacher, or what is new about it. Repeating it changes nothing.
     *
     * @param teacherId raw id of the teacher whose account it is; null if it is none's
     */
    public Account put(
            String id,
            String name,
            String signInName,
            @Nullable String passwordHash,
            List<Grant> grants,
            @Nullable String teacherId) {
        var account = new Account(id, name, signInName.toLowerCase(Locale.ROOT), grants, teacherId);
        store.put(account, passwordHash);
        return account;
    }

    /**
     * Enters an account if neither its id nor its name is taken. Several that do it at once enter one.
     *
     * @return whether it was entered
     */
    boolean add(Account account, String password) {
        return store.findBySignInName(account.signInName()).isEmpty() && store.add(account, hash(password));
    }

    /** The hash of a password, for {@link #put}. Takes about a quarter of a second, on purpose. */
    public String hash(String password) {
        var hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalArgumentException("no password");
        }
        return hash;
    }

    /** The account with a raw id. */
    public Optional<Account> find(String id) {
        return store.find(id);
    }

    /**
     * The account with a name and password.
     *
     * @throws RefusedException SIGN_IN_FAILED, without saying which of the two is wrong
     */
    public Account authenticate(String signInName, String password) {
        var found = store.findBySignInName(signInName.strip().toLowerCase(Locale.ROOT));
        // empty as well for an account that has no password and comes by token only
        var hash = found.map(AccountStore.WithPassword::passwordHash);
        var isRight = encoder.matches(password, hash.orElse(nobodysHash));
        if (!isRight || hash.isEmpty()) {
            throw new RefusedException(Refusal.of(ErrorCode.SIGN_IN_FAILED, List.of("password")));
        }
        return found.orElseThrow().account();
    }
}
