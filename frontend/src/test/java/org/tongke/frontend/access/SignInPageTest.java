package org.tongke.frontend.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignInPageTest {
    @Test
    void leadsBackToPathAndQuery() {
        assertThat(SignInPage.backTo("/find", "q=山&region=33"))
                .isEqualTo("/m/sign-in?to=%2Ffind%3Fq%3D%E5%B1%B1%26region%3D33");
        assertThat(SignInPage.backTo("/", null)).isEqualTo("/m/sign-in");
    }
}
