package org.tongke.frontend.verification;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.tongke.frontend.component.Today;

/**
 * All that the cards of a community's criteria need to act.
 *
 * @param standings how communities stand
 * @param proofs evidence, and what can be done to it
 * @param register the register of exchange periods
 */
@Component
record Desks(Standings standings, Proofs proofs, ExchangeRegister register) {

    /** Which day it is where the schools are. */
    LocalDate today() {
        return Today.on();
    }
}
