package org.tongke.frontend.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tongke.frontend.component.Today;
import org.tongke.frontend.verification.ProgressAddress.Level;
import org.tongke.frontend.verification.ProgressAddress.Order;
import org.tongke.frontend.verification.ProgressAddress.Sort;
import org.tongke.frontend.verification.ProgressAddress.View;

class ProgressAddressTest {
    private static final ProgressAddress ALL = new ProgressAddress(
            LocalDate.parse("2021-10-15"), View.MAP, Level.UNIT, Sort.LATE, Order.LACK, true, "2021");

    @Test
    void readsWhatItHasWritten() {
        assertThat(ProgressAddress.read(ALL.write()).address()).isEqualTo(ALL);
        assertThat(ProgressAddress.read(ALL.write()).unknown()).isEmpty();
        assertThat(ALL.behind("/progress/3303"))
                .isEqualTo(
                        "/progress/3303?programme=2021&asOf=2021-10-15&view=map&by=unit&sort=late&order=lack&only=late");
    }

    @Test
    void saysNothingOfWhatIsAsUsual() {
        assertThat(ProgressAddress.PLAIN.behind("/progress/3303")).isEqualTo("/progress/3303");
        assertThat(read("").address()).isEqualTo(ProgressAddress.PLAIN);
    }

    @Test
    void namesWhatItDoesNotKnowAndGoesOn() {
        var read = read("asOf=2021-02-30&view=globe&sort=late&only=early");
        assertThat(read.unknown()).containsExactlyInAnyOrder("asOf=2021-02-30", "view=globe", "only=early");
        assertThat(read.address()).isEqualTo(ProgressAddress.PLAIN.sort(Sort.LATE));
    }

    @Test
    void namesDaysToComeAndWhatNobodyAskedFor() {
        var tomorrow = Today.on().plusDays(1);
        var read = read("asOf=" + tomorrow + "&colour=red");
        assertThat(read.unknown()).containsExactlyInAnyOrder("asOf=" + tomorrow, "colour=red");
        assertThat(read.address()).isEqualTo(ProgressAddress.PLAIN);
        assertThat(read("asOf=" + Today.on()).address().asOf()).isEqualTo(Today.on());
    }

    private static ProgressAddress.Read read(String query) {
        return ProgressAddress.read(QueryParameters.fromString(query));
    }
}
