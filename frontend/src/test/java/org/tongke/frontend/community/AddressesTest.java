package org.tongke.frontend.community;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.Test;
import org.tongke.frontend.community.TargetAddress.Show;
import org.tongke.frontend.contract.types.CommunityMode;

/** What the pages of targets and of communities keep in their addresses. */
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
        var read = TargetAddress.read(QueryParameters.fromString("show=best&q=a"));
        assertThat(read.unknown()).containsExactly("show=best");
        assertThat(read.address()).isEqualTo(TargetAddress.PLAIN.name("a"));
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
