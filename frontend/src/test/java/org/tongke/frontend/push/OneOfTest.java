package org.tongke.frontend.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tongke.frontend.contract.types.ReceiptFilter;

class OneOfTest {
    @Test
    void readsWhatItHasWritten() {
        for (var filter : ReceiptFilter.values()) {
            assertThat(read(OneOf.write("show", Optional.of(filter)))).contains(filter);
        }
        assertThat(OneOf.write("show", Optional.of(ReceiptFilter.NOT_OPENED)).getQueryString())
                .isEqualTo("show=not_opened");
        assertThat(OneOf.write("show", Optional.<ReceiptFilter>empty()).getQueryString())
                .isEmpty();
    }

    @Test
    void readsWhatItDoesNotUnderstandAsNone() {
        assertThat(read(QueryParameters.simple(Map.of("show", "loud")))).isEmpty();
        assertThat(read(QueryParameters.simple(Map.of("other", "opened")))).isEmpty();
    }

    private static Optional<ReceiptFilter> read(QueryParameters query) {
        return OneOf.read(query, "show", ReceiptFilter.values());
    }
}
