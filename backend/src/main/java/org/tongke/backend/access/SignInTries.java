package org.tongke.backend.access;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.mongo.Values;
import org.tongke.backend.base.text.Sha256;

/**
 * The collection {@code signInTries}: how often in a row a name was tried in vain, altogether and from one address; after some tries each
 * one more has to wait, twice as long as the one before. Never by address alone: a county shares one. Names are kept as hashes, whether
 * anybody has them or not, so that nobody learns which names there are. Shard key: {@code _id}. No scope: nobody has signed in yet.
 *
 * <p>A try is counted before the password is looked at, by one write that adds, so that many at once, at several backends, have no more
 * tries than one after the other.
 */
@Component
class SignInTries {
    private static final String ID = "_id";
    private static final String TRIES = "tries";
    private static final String TRIED_AT = "triedAt";
    private static final String FORGOTTEN_AT = "forgottenAt";
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private final MongoCollection<Document> tries;
    private final Clock clock;

    SignInTries(MongoDatabase database, Clock clock) {
        tries = database.getCollection("signInTries");
        this.clock = clock;
        // mongod takes away what is forgotten; begin() does not count on it
        tries.createIndex(
                Indexes.ascending(FORGOTTEN_AT),
                new IndexOptions().name("forgottenAt").expireAfter(0L, TimeUnit.SECONDS));
    }

    /** How waits grow. */
    enum Pace {
        /** For a name from an address: four tries are free; up to a quarter of an hour. */
        NAME_AND_ADDRESS(4, Duration.ofMinutes(15)),
        /** For a name from anywhere: somebody else may be trying, so later and up to five minutes. */
        NAME(19, Duration.ofMinutes(5));

        private static final Duration FIRST = Duration.ofSeconds(5);
        private static final int DOUBLINGS = 20;

        private final int free;
        private final Duration longest;

        Pace(int free, Duration longest) {
            this.free = free;
            this.longest = longest;
        }

        /** How long to wait after so many tries in vain. */
        Duration after(int number) {
            if (number <= free) {
                return Duration.ZERO;
            }
            var wait = FIRST.multipliedBy(1L << Math.min(number - free - 1, DOUBLINGS));
            return wait.compareTo(longest) < 0 ? wait : longest;
        }
    }

    private record Key(String id, Pace pace) {}

    private static List<Key> keys(String signInName, String address) {
        return List.of(
                new Key("both:" + Sha256.of(signInName + "\n" + address), Pace.NAME_AND_ADDRESS),
                new Key("name:" + Sha256.of(signInName), Pace.NAME));
    }

    /**
     * Counts a try, until {@link #succeeded} says that it was none in vain.
     *
     * @throws RefusedException TOO_MANY_TRIES, with the seconds to wait; such a try is not counted
     */
    void begin(String signInName, String address) {
        var now = clock.instant();
        var keys = keys(signInName, address);
        var ids = keys.stream().map(Key::id).toList();
        var found = Found.all(tries.find(Filters.in(ID, ids)), stored -> stored);
        if (found.stream().anyMatch(stored -> isForgotten(stored, now))) {
            tries.deleteMany(Filters.and(Filters.in(ID, ids), Filters.lte(FORGOTTEN_AT, Date.from(now))));
        }
        for (var key : keys) {
            found.stream()
                    .filter(stored -> stored.getString(ID).equals(key.id()) && !isForgotten(stored, now))
                    .forEach(stored -> refuseIfEarly(stored, key.pace(), now));
        }
        for (var key : keys) {
            var before = tries.findOneAndUpdate(
                    Filters.eq(ID, key.id()),
                    Updates.combine(
                            Updates.inc(TRIES, 1),
                            Updates.set(TRIED_AT, Date.from(now)),
                            Updates.set(FORGOTTEN_AT, Date.from(now.plus(FORGOTTEN_AFTER)))),
                    new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.BEFORE));
            // others may have tried since we looked
            refuseIfEarly(before, key.pace(), now);
        }
    }

    /** Forgets the tries: whoever it is knew the password. */
    void succeeded(String signInName, String address) {
        tries.deleteMany(
                Filters.in(ID, keys(signInName, address).stream().map(Key::id).toList()));
    }

    private static boolean isForgotten(Document stored, Instant now) {
        return !Values.instant(stored, FORGOTTEN_AT).isAfter(now);
    }

    private static void refuseIfEarly(@Nullable Document stored, Pace pace, Instant now) {
        if (stored == null) {
            return;
        }
        var until = Values.instant(stored, TRIED_AT).plus(pace.after(stored.getInteger(TRIES)));
        if (until.isAfter(now)) {
            var seconds = Duration.between(now, until).plusMillis(999).toSeconds();
            throw new RefusedException(Refusal.of(ErrorCode.TOO_MANY_TRIES, List.of("password"), seconds));
        }
    }
}
