package org.tongke.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.backend.access.AccessTokens;
import org.tongke.backend.access.Account;
import org.tongke.backend.access.Accounts;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.standalone.support.Product;

/** The demo has an account in each state, and tokens with names. Slow by itself, as the whole product is started for it. */
@Tag("slow")
class DemoPeopleTest {

    private static Account account(String signInName) {
        var page = PageRequest.of(Accounts.LIST, Accounts.LIST_KEYS, 1, null);
        return Product.get()
                .bean(Accounts.class)
                .list(Optional.empty(), Optional.of(signInName), Optional.empty(), page, Scope.EVERYWHERE)
                .edges()
                .getFirst()
                .node();
    }

    @Test
    void waitForTheirFirstSignInAreClosedOrWorkAtTwoSchools() {
        assertThat(account("shen-yutong").means().startCodeEndsAt()).isNotNull();
        assertThat(account("shen-yutong").isOpen()).isTrue();
        assertThat(account("pan-zhiqiang").isOpen()).isFalse();
        assertThat(account("ye-wenjing").means().password()).isTrue();
        assertThat(account("ye-wenjing").grants().stream().map(grant -> grant.place()))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void haveTokensWithNames() {
        var page = PageRequest.of(AccessTokens.LIST, AccessTokens.LIST_KEYS, 20, null);
        var tokens = Product.get()
                .bean(AccessTokens.class)
                .list(Optional.empty(), page, Viewer.NOBODY, Scope.EVERYWHERE)
                .edges();
        assertThat(tokens).extracting(token -> token.node().name()).contains("课程数据同步", "接入测试", "开发者页上的示例");
    }
}
