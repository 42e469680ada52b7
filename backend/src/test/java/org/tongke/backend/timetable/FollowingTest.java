package org.tongke.backend.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.Node;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.support.BackendTest;

@BackendTest
class FollowingTest {
    private final Timetables timetables;
    private final Following following;
    private final Town town;
    private final MongoDatabase database;

    @Autowired
    FollowingTest(Timetables timetables, Following following, Town town, MongoDatabase database) {
        this.timetables = timetables;
        this.following = following;
        this.town = town;
        this.database = database;
    }

    @Test
    void keepsChannelsInTheOrderInWhichTheyWereAdded() {
        var teacher = town.teacher();
        var school = town.school("山村小学");
        assertThat(timetables.follow(teacher, id(town.community("柳市"))).followed())
                .isTrue();
        timetables.follow(teacher, id(school));
        timetables.follow(teacher, id(town.community("城关")));
        assertThat(names(teacher)).containsExactly("柳市", "山村小学", "城关");
        assertThat(timetables.unfollow(teacher, id(school)).followed()).isFalse();
        assertThat(names(teacher)).containsExactly("柳市", "城关");
    }

    @Test
    void changesNothingWhenRepeated() {
        var teacher = town.teacher();
        var community = town.community("城关");
        timetables.follow(teacher, id(community));
        var once = stored(teacher);
        timetables.follow(teacher, id(community));
        timetables.unfollow(teacher, id(town.community("柳市")));
        assertThat(stored(teacher)).isEqualTo(once);
        timetables.unfollow(teacher, id(community));
        var gone = stored(teacher);
        timetables.unfollow(teacher, id(community));
        assertThat(stored(teacher)).isEqualTo(gone);
        assertThat(names(teacher)).isEmpty();
    }

    @Test
    void isAFactThatTouchesItsOwnAccountAlone() {
        var teacher = town.teacher();
        var community = town.community("城关");
        timetables.follow(teacher, id(community));
        timetables.unfollow(teacher, id(community));
        var stored = stored(teacher);
        assertThat(stored.getList(Fact.TOUCHES, String.class)).containsExactly("account:" + teacher.account());
        assertThat(stored.get(Fact.REVISION, Number.class).longValue()).isEqualTo(2);
        assertThat(stored.getList(Fact.CHANGES, Document.class).getLast().getList("fields", Document.class))
                .containsExactly(new Document("field", "channels")
                        .append("before", community.channel())
                        .append("after", null));
    }

    @Test
    void beginsWithTheCommunitiesOfOnesSchoolsAndTheseSchools() {
        var school = town.school("山村小学");
        var community = town.community("山村教共体", town.school("城关一小"), school);
        var teacher = town.teacher(school);
        assertThat(names(teacher)).containsExactly("山村教共体", "山村小学");
        assertThat(timetables.follow(teacher, id(community)).followed()).isTrue();
        assertThat(database.getCollection("timetables").countDocuments(Filters.eq("_id", teacher.account())))
                .as("what was followed anyway is not written down")
                .isZero();
    }

    @Test
    void takesUpANewCommunityUntilTheFirstEdit() {
        var school = town.school("山村小学");
        var teacher = town.teacher(school);
        assertThat(names(teacher)).containsExactly("山村小学");
        town.community("山村教共体", town.school("城关一小"), school);
        assertThat(names(teacher)).containsExactly("山村教共体", "山村小学");
        timetables.unfollow(teacher, id(school));
        town.community("又一教共体", town.school("城关二小"), school);
        assertThat(names(teacher)).containsExactly("山村教共体");
    }

    @Test
    void staysEmptyWhenTheLastChannelWasTakenOut() {
        var school = town.school("山村小学");
        var teacher = town.teacher(school);
        timetables.unfollow(teacher, id(school));
        assertThat(names(teacher)).isEmpty();
    }

    @Test
    void refusesTheTwoHundredAndFirstChannel() {
        var teacher = town.follower(Town.keys(200));
        var school = town.school("山村小学");
        assertThatThrownBy(() -> timetables.follow(teacher, id(school)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("FOLLOW_LIMIT");
        var kept = following.add(teacher, "community:7");
        assertThat(kept.channels()).hasSize(200);
        following.remove(teacher, "community:7");
        timetables.follow(teacher, id(school));
        assertThat(following.of(teacher).channels()).hasSize(200).last().isEqualTo("school:" + school.id());
    }

    @Test
    void keepsTheLimitWhateverSeveralDevicesDoAtOnce() {
        var teacher = town.follower(Town.keys(195));
        var followed = IntStream.range(1_000, 1_012)
                .parallel()
                .filter(number -> isAdded(teacher, "school:" + number))
                .count();
        assertThat(followed).isEqualTo(5);
        assertThat(following.of(teacher).channels()).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void losesNothingWhenSeveralDevicesMakeTheFirstEdit() {
        var teacher = town.teacher();
        IntStream.range(0, 12).parallel().forEach(number -> following.add(teacher, "school:" + number));
        assertThat(following.of(teacher).channels()).hasSize(12).doesNotHaveDuplicates();
        assertThat(following.of(teacher).revision()).isEqualTo(12);
    }

    @Test
    void refusesWhatIsNoChannel() {
        var teacher = town.teacher();
        for (var id : List.of(
                new GlobalId("Community", "none").encode(),
                new GlobalId("School", "none").encode(),
                new GlobalId("Region", "330382").encode(),
                "?",
                "")) {
            assertThatThrownBy(() -> timetables.follow(teacher, id))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("NOT_FOUND");
            assertThatThrownBy(() -> timetables.unfollow(teacher, id)).hasMessageContaining("NOT_FOUND");
            assertThat(timetables.preview(teacher, id)).isEmpty();
        }
        assertThat(names(teacher)).isEmpty();
    }

    private boolean isAdded(Viewer teacher, String channel) {
        try {
            following.add(teacher, channel);
            return true;
        } catch (RefusedException full) {
            return false;
        }
    }

    private List<String> names(Viewer teacher) {
        return timetables.channels(teacher).stream().map(Channel::name).toList();
    }

    private Document stored(Viewer teacher) {
        var found = database.getCollection("timetables")
                .find(Filters.eq("_id", teacher.account()))
                .first();
        return found == null ? new Document() : found;
    }

    private static String id(Node node) {
        return node.globalId().encode();
    }
}
