package org.tongke.backend.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void keepsWhatIsNotKnownApartFromWhatIs() {
        var group = Tally.Group.of("330382\u001f\u001f5\u001fOFFLINE_RESEARCH\u001fcloud\u001fPLANNED", 3);
        assertThat(group.values())
                .isEqualTo(Map.of(
                        ActivityFacet.COUNTY,
                        "330382",
                        ActivityFacet.GRADE,
                        "5",
                        ActivityFacet.KIND,
                        "OFFLINE_RESEARCH",
                        ActivityFacet.SUPPLIER,
                        "cloud",
                        ActivityFacet.STATE,
                        "PLANNED"));
    }
}
