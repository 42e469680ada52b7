package org.tongke.frontend.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AuditAddressTest {
    @Test
    void readsWhatItHasWritten() {
        var address = new AuditAddress(
                LocalDate.parse("2021-04-15"), LocalDate.parse("2021-04-20"), "张三", "rosters", "2021:330326");
        assertThat(AuditAddress.of(QueryParameters.simple(address.parameters())))
                .isEqualTo(address);
    }

    @Test
    void namesWhatItDoesNotKnowAndGoesOn() {
        var query = QueryParameters.fromString("from=2021-11-31&to=2021-12-01&colour=red");
        assertThat(AuditAddress.unread(query)).containsExactlyInAnyOrder("from=2021-11-31", "colour=red");
        assertThat(AuditAddress.of(query).from()).isNull();
        assertThat(AuditAddress.of(query).to()).isEqualTo("2021-12-01");
    }
}
