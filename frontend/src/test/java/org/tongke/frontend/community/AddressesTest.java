package org.tongke.frontend.community;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.Test;
import org.tongke.frontend.community.TargetAddress.Show;
import org.tongke.frontend.contract.types.CommunityMode;

/** What the pages of targets, rosters and communities keep in their addresses. */
class AddressesTest {
    @Test
    void targetsReadWhatTheyHaveWritten() {
        var address = TargetAddress.PLAIN.programme("2021").show(Show.DIFFERS).name(" 临海 ");
        assertThat(address.write().getQueryString()).contains("programme=2021", "show=differs", "q=");
        assertThat(TargetAddress.read(address.write()).address()).isEqualTo(address);
        assertThat(TargetAddress.PLAIN.write().getQueryString()).isEmpty();
    }

    @Test
    void targetsNameWhatTheyDoNotKnow() {
        var read = TargetAddress.read(QueryParameters.fromString("show=best&q=a&colour=red"));
        assertThat(read.unknown()).containsExactlyInAnyOrder("show=best", "colour=red");
        assertThat(read.address()).isEqualTo(TargetAddress.PLAIN.name("a"));
    }

    @Test
    void rostersReadWhatTheyHaveWritten() {
        var address = new RosterAddress("2021", RosterAddress.Show.LOCKED, "平阳");
        assertThat(RosterAddress.read(address.write())).isEqualTo(address);
        assertThat(RosterAddress.unread(address.write())).isEmpty();
        assertThat(address.yearQuery()).isEqualTo("?programme=2021");
    }

    @Test
    void rostersNameWhatTheyDoNotKnow() {
        var query = QueryParameters.fromString("show=best&colour=red&q=a");
        assertThat(RosterAddress.unread(query)).containsExactlyInAnyOrder("show=best", "colour=red");
        assertThat(RosterAddress.read(query).show()).isEqualTo(RosterAddress.Show.ALL);
    }

    @Test
    void communitiesReadWhatTheyHaveWritten() {
        var address = new CommunityAddress("330382", CommunityMode.CO_BUILT, "2021", "实验");
        assertThat(CommunityAddress.read(address.write()).address()).isEqualTo(address);
        assertThat(address.mode(null).newIn(null).name("").region(null).write().getQueryString())
                .isEmpty();
    }

    @Test
    void communitiesNameWhatTheyDoNotKnow() {
        var read = CommunityAddress.read(QueryParameters.fromString("mode=loose"));
        assertThat(read.unknown()).containsExactly("mode=loose");
        assertThat(read.address().mode()).isNull();
    }
}
