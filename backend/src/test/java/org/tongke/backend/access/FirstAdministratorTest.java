package org.tongke.backend.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.support.BackendTest;

/** Somebody can get into an empty system. */
@BackendTest
class FirstAdministratorTest {
    private static final String PASSWORD = "correct horse";

    @Autowired
    private Accounts accounts;

    @Autowired
    private SignIns signIns;

    @Test
    void getsInOnceAndKeepsThePassword() {
        new FirstAdministrator(accounts, PASSWORD);
        new FirstAdministrator(accounts, "another password");

        assertThat(signIns.signIn("administrator", PASSWORD, null, "here").grants())
                .singleElement()
                .satisfies(grant -> assertThat(grant.role()).isEqualTo(Role.ADMINISTRATOR));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> signIns.signIn("administrator", "another password", null, "here"));
    }
}
