package org.tongke.backend.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.support.Answer;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.TestClock;
import org.tongke.backend.support.World;

/** A supplier makes tokens for its programs, which may no more than they say, and ends them. */
@BackendTest
class AccessTokensTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String SYNC =
            "mutation { syncActivities(input: {batchId: \"%s\", activities: []}) { errors { code } } }";

    private final Api api;
    private final World world;
    private final TestClock clock;
    private final MongoDatabase database;
    private final Person supplier;
    private final Person developer;
    private final Person administrator;

    @Autowired
    AccessTokensTest(ApplicationContext app, TestClock clock, MongoDatabase database, @LocalServerPort int port) {
        api = Api.at(port);
        this.clock = clock;
        this.database = database;
        world = World.in(app);
        supplier = world.platformOf(world.supplierOfLessons());
        developer = world.person(Role.DEVELOPER);
        administrator = world.person(Role.ADMINISTRATOR);
    }

    private static Map<String, Object> wanted(String scope, int days) {
        return new HashMap<>(Map.of(
                "id",
                UUID.randomUUID(),
                "name",
                "排课系统",
                "scope",
                scope,
                "lastDay",
                LocalDate.now(ZONE).plusDays(days)));
    }

    private Answer issue(Person caller, Map<String, Object> input) {
        return api.ask(
                caller.token(),
                "mutation($input: IssueTokenInput!) { it: issueToken(input: $input)"
                        + " { secret token { id scope usedAt issuedBy account { id } } errors { code } } }",
                Map.of("input", input));
    }

    private static String codeOf(Answer answer) {
        return answer.at("/data/it/errors/0/code").asString("");
    }

    private static String secretOf(Answer answer) {
        return answer.at("/data/it/secret").asString();
    }

    private List<String> codes(String token, String document) {
        return api.ask(token, document, Map.of()).codes();
    }

    private Answer revoke(Person caller, String tokenId, String accountId) {
        return api.ask(
                caller.token(),
                "mutation($input: RevokeTokenInput!) { it: revokeToken(input: $input) { revoked errors { code } } }",
                Map.of("input", Map.of("tokenId", tokenId, "accountId", accountId)));
    }

    @Test
    void isToldOnceAndShowsWhenItWasUsed() {
        var input = wanted("READ", 30);
        var issued = issue(supplier, input);
        var again = issue(supplier, input);
        assertThat(secretOf(issued)).hasSize(43);
        assertThat(again.at("/data/it/secret").isNull()).isTrue();
        assertThat(again.at("/data/it/token/id")).isEqualTo(issued.at("/data/it/token/id"));
        assertThat(issued.at("/data/it/token/usedAt").isNull()).isTrue();
        assertThat(codes(secretOf(issued), "{ suppliers { id } }")).isEmpty();
        assertThat(issue(supplier, input).at("/data/it/token/usedAt").isString())
                .isTrue();
        assertThat(database.getCollection("tokens").countDocuments(Filters.eq("_id", secretOf(issued))))
                .isZero();
    }

    @Test
    void mayNoMoreThanItsScopeSays() {
        var reads = secretOf(issue(supplier, wanted("READ", 30)));
        var syncs = secretOf(issue(supplier, wanted("SYNC", 30)));
        var sync = SYNC.formatted(UUID.randomUUID());
        assertThat(codes(reads, sync)).containsExactly("FORBIDDEN");
        assertThat(codes(reads, "{ suppliers { id } }")).isEmpty();
        assertThat(codes(syncs, sync)).isEmpty();
        assertThat(codes(syncs, "{ suppliers { id } }")).containsExactly("FORBIDDEN");
        assertThat(codes(syncs, "{ programmes { id } }")).containsExactly("FORBIDDEN");
        // nor can it make itself a wider one
        assertThat(issue(new Person(supplier.viewer(), reads), wanted("SYNC", 30))
                        .codes())
                .containsExactly("FORBIDDEN");
    }

    @Test
    void isForProgramsAndAYearAtMost() {
        assertThat(codeOf(issue(developer, wanted("SYNC", 30)))).isEqualTo("SCOPE_UNFIT");
        assertThat(codeOf(issue(developer, wanted("ALL", 30)))).isEqualTo("SCOPE_UNFIT");
        assertThat(codeOf(issue(administrator, wanted("READ", 30)))).isEqualTo("SCOPE_UNFIT");
        assertThat(codeOf(issue(developer, wanted("READ", 367)))).isEqualTo("OUT_OF_RANGE");
        assertThat(codeOf(issue(developer, wanted("READ", -1)))).isEqualTo("OUT_OF_RANGE");
        var nameless = wanted("READ", 1);
        nameless.put("name", " ");
        assertThat(codeOf(issue(developer, nameless))).isEqualTo("REQUIRED");
    }

    @Test
    void endsByItselfAfterItsLastDay() {
        var secret = secretOf(issue(developer, wanted("READ", 1)));
        assertThat(codes(secret, "{ programmes { id } }")).isEmpty();
        clock.advance(Duration.ofDays(2));
        try {
            var other = secretOf(issue(developer, wanted("READ", 3)));
            assertThat(codes(other, "{ programmes { id } }")).isEmpty();
            var unseen = secretOf(issue(developer, wanted("READ", 2)));
            clock.advance(Duration.ofDays(1));
            assertThat(api.ask(unseen, "{ programmes { id } }", Map.of()).status())
                    .isEqualTo(401);
        } finally {
            clock.release();
        }
    }

    @Test
    void isEndedAtOnceByItsOwnerAndByAnAdministrator() {
        var own = issue(supplier, wanted("READ", 30));
        var account = own.at("/data/it/token/account/id").asString();
        assertThat(codes(secretOf(own), "{ programmes { id } }")).isEmpty();
        var id = own.at("/data/it/token/id").asString();
        assertThat(codeOf(revoke(developer, id, account))).isEqualTo("NOT_FOUND");
        assertThat(revoke(supplier, id, account).at("/data/it/revoked").booleanValue())
                .isTrue();
        assertThat(revoke(supplier, id, account).at("/data/it/revoked").booleanValue())
                .isTrue();
        assertThat(api.ask(secretOf(own), "{ programmes { id } }", Map.of()).status())
                .isEqualTo(401);
        var input = wanted("SYNC", 30);
        input.put("accountId", new GlobalId("Account", supplier.account()).encode());
        var given = issue(administrator, input);
        assertThat(given.at("/data/it/token/issuedBy").asString()).isEqualTo("张老师");
        revoke(administrator, given.at("/data/it/token/id").asString(), account);
        assertThat(api.ask(secretOf(given), "{ viewer { id } }", Map.of()).status())
                .isEqualTo(401);
    }
}
