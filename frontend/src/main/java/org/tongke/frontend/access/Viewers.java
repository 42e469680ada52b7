package org.tongke.frontend.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.client.BackendAwayException;
import org.tongke.frontend.client.Caller;
import org.tongke.frontend.client.Question;
import org.tongke.frontend.client.SessionOverException;
import org.tongke.frontend.component.Language;
import org.tongke.frontend.contract.client.ViewerGraphQLQuery;
import org.tongke.frontend.contract.client.ViewerProjectionRoot;
import org.tongke.frontend.contract.types.Account;

/** Who stands behind a device token: asked of the backend, kept for {@value #FRESH_SECONDS} seconds, so that signing out works everywhere. */
@Component
class Viewers {
    static final int FRESH_SECONDS = 5;

    private static final Duration FRESH = Duration.ofSeconds(FRESH_SECONDS);
    /** While the backend is away, a page that is open may say so instead of sending its reader to the sign-in page. */
    private static final Duration STALE = Duration.ofMinutes(10);

    private static final int MANY = 10_000;

    private record Key(String token, Language language) {}

    private record Seen(Account account, long atMillis) {
        boolean isWithin(Duration age, long nowMillis) {
            return nowMillis - atMillis < age.toMillis();
        }
    }

    private final Map<Key, Seen> seen = new ConcurrentHashMap<>();
    private final Backend backend;
    private final InstantSource clock = InstantSource.system();

    Viewers(Backend backend) {
        this.backend = backend;
    }

    /** The person behind a token; empty if the token is unknown, expired or revoked. */
    Optional<SignedIn> find(String token, Language language) {
        var key = new Key(token, language);
        var now = clock.millis();
        var known = seen.get(key);
        if (known != null && known.isWithin(FRESH, now)) {
            return Optional.of(new SignedIn(token, known.account()));
        }
        try {
            var account = ask(token, language);
            if (account.isPresent()) {
                sweep(now);
                seen.put(key, new Seen(account.get(), now));
            } else {
                seen.remove(key);
            }
            return account.map(who -> new SignedIn(token, who));
        } catch (BackendAwayException away) {
            if (known != null && known.isWithin(STALE, now)) {
                return Optional.of(new SignedIn(token, known.account()));
            }
            throw away;
        }
    }

    /** Forgets a token that has just been signed out. */
    void forget(String token) {
        seen.keySet().removeIf(key -> key.token().equals(token));
    }

    private Optional<Account> ask(String token, Language language) {
        var wanted = new ViewerProjectionRoot<>();
        wanted.id().name().startPath();
        var role = wanted.roles().label();
        role.role();
        var place = role.place();
        place.onRegion().id().code().name();
        place.onSchool().id().name().county().id().code().name();
        var question = Question.of(ViewerGraphQLQuery.newRequest().build(), wanted);
        try {
            return backend.ask(new Caller(token, language.tag()), question).find(question.name(), Account.class);
        } catch (SessionOverException over) {
            return Optional.empty();
        }
    }

    private void sweep(long now) {
        if (seen.size() >= MANY) {
            seen.values().removeIf(one -> !one.isWithin(FRESH, now));
        }
    }
}
