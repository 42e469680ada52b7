package org.tongke.frontend.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongke.frontend.contract.types.ResourceKind;
import org.tongke.frontend.contract.types.ResourceOrder;

class ResourceAddressTest {
    @Test
    void saysAllThatIsLookedForAndReadsItAgain() {
        var asked = new ResourceAddress(
                "二次函数", "MATHEMATICS", "G9", ResourceKind.PDF, "Q29tbXVuaXR5OjE", true, ResourceOrder.MOST_USED);

        assertThat(ResourceAddress.of(QueryParameters.simple(asked.parameters())))
                .isEqualTo(asked);
        assertThat(asked.limits()).isTrue();
        assertThat(asked.filter().getSubjects()).containsExactly("MATHEMATICS");
        assertThat(asked.filter().getOwn()).isTrue();
    }

    @Test
    void saysNothingOfWhatIsUsual() {
        var usual = ResourceAddress.of(QueryParameters.empty());

        assertThat(usual.parameters()).isEmpty();
        assertThat(usual.limits()).isFalse();
        assertThat(usual.filter().getKinds()).isEmpty();
    }

    @Test
    void readsWhatItDoesNotUnderstandAsNoLimit() {
        var odd = ResourceAddress.of(QueryParameters.simple(
                Map.of("kind", "FILM", "order", "LOUDEST", "own", "maybe", "subject", " ", "q", "x".repeat(300))));

        assertThat(odd.kind()).isNull();
        assertThat(odd.order()).isEqualTo(ResourceOrder.NEWEST);
        assertThat(odd.own()).isFalse();
        assertThat(odd.subject()).isNull();
        assertThat(odd.words()).hasSize(ResourceAddress.LONGEST_WORDS);
    }
}
