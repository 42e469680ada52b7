package org.tongke.backend.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressTest {
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    127.0.0.1         , -                             , 127.0.0.1
                    127.0.0.1         , 203.0.113.7                   , 203.0.113.7
                    0:0:0:0:0:0:0:1   , '198.51.100.1, 203.0.113.7'   , 203.0.113.7
                    172.18.0.3        , 2001:db8::7                   , 2001:db8::7
                    fd00:0:0:0:0:0:0:9, 203.0.113.7                   , 203.0.113.7
                    198.51.100.9      , 203.0.113.7                   , 198.51.100.9
                    127.0.0.1         , evil.example                  , 127.0.0.1
                    127.0.0.1         , ''                            , 127.0.0.1
                    """)
    void isWhatANeighbourSaw(String near, @Nullable String forwarded, String address) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(near);
        if (forwarded != null) {
            request.addHeader("X-Forwarded-For", forwarded);
        }
        assertThat(ClientAddress.of(request)).isEqualTo(address);
    }
}
