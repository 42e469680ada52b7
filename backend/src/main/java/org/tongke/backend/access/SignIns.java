package org.tongke.backend.access;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.access.AccountStore.Secrets;
import org.tongke.backend.access.AccountStore.Stored;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Viewer;

/** Whether somebody is who he or she claims to be: passwords, start codes, and how they become passwords. */
@Component
public class SignIns {
    private static final String NEW_PASSWORD = "newPassword";

    private final AccountStore store;
    private final Accounts accounts;
    private final Passwords passwords;
    private final SignInTries tries;
    private final Clock clock;

    SignIns(AccountStore store, Accounts accounts, Passwords passwords, SignInTries tries, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.passwords = passwords;
        this.tries = tries;
        this.clock = clock;
    }

    /**
     * The account with a name and password, or with a start code, which becomes the new password. Sent again after that, it is the same
     * as with the new password.
     *
     * @param newPassword password of one's own; null if it was not sent
     * @param address where the request came from
     * @throws RefusedException SIGN_IN_FAILED, without saying whether name or password is wrong; TOO_MANY_TRIES, PASSWORD_NEEDED,
     *     START_CODE_EXPIRED, PASSWORD_WEAK, TOO_LONG
     */
    public Account signIn(String signInName, String password, @Nullable String newPassword, String address) {
        var name = Account.normalize(signInName);
        tries.begin(name, address);
        var found =
                store.findBySignInName(name).filter(stored -> stored.account().isOpen());
        // empty as well for an account that has no password and comes by token only
        var hash = found.flatMap(stored -> Optional.ofNullable(stored.secrets().passwordHash()));
        var account = passwords.matches(password, hash)
                ? found.map(Stored::account)
                : found.filter(stored -> hasCode(stored, password)).map(stored -> begin(stored, newPassword, address));
        // the answer to a first sign-in may have been lost
        var again = account.or(() -> Optional.ofNullable(newPassword)
                .filter(typed -> passwords.matches(typed, hash))
                .flatMap(typed -> found.map(Stored::account)));
        again.ifPresent(one -> tries.succeeded(name, address));
        return again.orElseThrow(() -> failed("password"));
    }

    private static boolean hasCode(Stored stored, String typed) {
        return Passwords.isCode(stored.account().id(), typed, stored.secrets().startCodeHash());
    }

    private Account begin(Stored stored, @Nullable String newPassword, String address) {
        var account = stored.account();
        // whoever knows the code does not guess
        tries.succeeded(account.signInName(), address);
        var endsAt = account.means().startCodeEndsAt();
        if (endsAt == null || !endsAt.isAfter(clock.instant())) {
            throw new RefusedException(Refusal.of(ErrorCode.START_CODE_EXPIRED, List.of("password")));
        }
        if (newPassword == null || newPassword.isEmpty()) {
            throw new RefusedException(Refusal.of(ErrorCode.PASSWORD_NEEDED, List.of(NEW_PASSWORD)));
        }
        // if somebody else was faster, the code is used up
        return setPassword(stored, newPassword, address).orElseThrow(() -> failed("password"));
    }

    private Optional<Account> setPassword(Stored stored, String password, String address) {
        var account = stored.account();
        passwords.check(password, account.signInName());
        var after = new Stored(
                account.with(account.means().withPassword()),
                new Secrets(passwords.hash(password), null, stored.secrets().reset()));
        return accounts.write(stored, after, Origin.of(account.asViewer().askingFrom(address)));
    }

    /**
     * Sets another password for the one who asks. Sent again, it finds the new one set and changes nothing.
     *
     * @throws RefusedException SIGN_IN_FAILED if the old one is wrong; TOO_MANY_TRIES, PASSWORD_WEAK, TOO_LONG
     */
    public void changePassword(Viewer viewer, String oldPassword, String newPassword, String address) {
        var stored = store.find(viewer.requireAccount()).orElseThrow(() -> failed("oldPassword"));
        var name = stored.account().signInName();
        tries.begin(name, address);
        var hash = Optional.ofNullable(stored.secrets().passwordHash());
        var isRight = passwords.matches(oldPassword, hash);
        if (isRight || passwords.matches(newPassword, hash)) {
            tries.succeeded(name, address);
        }
        if (isRight && !oldPassword.equals(newPassword)) {
            setPassword(stored, newPassword, address).orElseThrow(() -> failed("oldPassword"));
        } else if (!passwords.matches(newPassword, hash)) {
            throw failed("oldPassword");
        }
    }

    private static RefusedException failed(String path) {
        return new RefusedException(Refusal.of(ErrorCode.SIGN_IN_FAILED, List.of(path)));
    }
}
