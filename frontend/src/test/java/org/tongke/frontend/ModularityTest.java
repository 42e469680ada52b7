package org.tongke.frontend;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** A screen's folder calls only what its package-info says. */
@Tag("slow")
class ModularityTest {

    @Test
    void everyRoomCallsOnlyWhatItDeclares() {
        ApplicationModules.of("org.tongke.frontend").verify();
    }
}
