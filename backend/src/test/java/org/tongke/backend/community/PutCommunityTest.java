package org.tongke.backend.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.directory.School;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.World;

@BackendTest
class PutCommunityTest {
    private static final Origin BY = Origin.system("test");

    private final Communities communities;
    private final MongoDatabase database;
    private final World world;

    @Autowired
    PutCommunityTest(Communities communities, MongoDatabase database, ApplicationContext app) {
        this.communities = communities;
        this.database = database;
        world = World.in(app);
    }

    @Test
    void refusesTheCoreSchoolAmongItsMembers() {
        var core = world.school("330382");
        assertThat(refusalsOf(core, List.of(core))).containsExactly(new CommunityRefusal.SchoolTwice(core));
    }

    @Test
    void refusesAllThatIsWrongAtOnce() {
        var core = world.school("330382");
        var member = world.school("330382");
        var faraway = world.school("330522");
        assertThat(refusalsOf(core, List.of(member, faraway, member)))
                .containsExactly(new CommunityRefusal.OtherCounty(faraway), new CommunityRefusal.SchoolTwice(member));
        assertThat(refusalsOf(core, List.of())).containsExactly(new CommunityRefusal.NoMembers());
    }

    @Test
    void keepsWhatWasChangedOfIt() {
        var schools = world.schools("330382", 3);
        var community = world.community(schools.get(0), List.of(schools.get(1)));
        communities.put(
                community.id(), "新教共体", Mode.MERGED, schools.get(0), schools.subList(1, 3), community.programmes(), BY);
        var last = stored(community).getList(Fact.CHANGES, Document.class).getLast();
        assertThat(last.getList("fields", Document.class))
                .extracting(change -> change.get("field") + ": " + change.get("before") + " → " + change.get("after"))
                .containsExactly(
                        "name: " + community.name() + " → 新教共体",
                        "mode: CO_BUILT → MERGED",
                        "members: " + schools.get(1).id() + " → "
                                + schools.get(1).id() + ", " + schools.get(2).id());
    }

    @Test
    void repeatedChangesNothing() {
        var schools = world.schools("330382", 2);
        var community = world.community(schools.get(0), List.of(schools.get(1)));
        put(community, community.name(), schools);
        assertThat(Fact.revisionOf(stored(community))).isEqualTo(1);
    }

    @Test
    void losesNoChangeOfSeveralAtOnce() {
        var schools = world.schools("330382", 2);
        var community = world.community(schools.get(0), List.of(schools.get(1)));
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 8).forEach(number -> crowd.submit(() -> put(community, "名称" + number, schools)));
        }
        assertThat(Fact.revisionOf(stored(community))).isEqualTo(9);
        assertThat(communities
                        .find(community.id(), Scope.EVERYWHERE)
                        .orElseThrow()
                        .name())
                .startsWith("名称");
    }

    private void put(Community community, String name, List<School> schools) {
        communities.put(
                community.id(),
                name,
                community.mode(),
                schools.getFirst(),
                schools.subList(1, schools.size()),
                community.programmes(),
                BY);
    }

    private List<Refusal> refusalsOf(School core, List<School> members) {
        var refused = catchThrowableOfType(
                RefusedException.class,
                () -> communities.put("refused", "教共体", Mode.CO_BUILT, core, members, Set.of(), BY));
        assertThat(communities.find("refused", Scope.EVERYWHERE)).isEmpty();
        return refused.refusals();
    }

    private Document stored(Community community) {
        return Objects.requireNonNull(database.getCollection("communities")
                .find(new Document("_id", community.id()))
                .first());
    }
}
