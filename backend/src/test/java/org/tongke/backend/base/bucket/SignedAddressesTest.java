package org.tongke.backend.base.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongke.backend.support.Stores;
import org.tongke.backend.support.StoresTest;

/** Signed addresses as time goes by. */
@Tag("slow")
@StoresTest
class SignedAddressesTest {
    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final Instant SLOT_BEGINS = Instant.parse("2021-03-10T08:20:00Z");
    private static final String KEY = "files/c:甲+乙 丙/0af/thumbnail";

    private final Stores stores;

    SignedAddressesTest(Stores stores) {
        this.stores = stores;
    }

    private String addressAt(Instant now) throws Exception {
        return new SignedAddresses(
                        stores.bucketEndpoint(),
                        "us-east-1",
                        stores.accessKey(),
                        stores.secretKey(),
                        Clock.fixed(now, ZoneOffset.UTC))
                .get(stores.name(), KEY, LIFETIME, "image/jpeg", "inline");
    }

    @Test
    void areTheSameForASlotAndOthersInTheNext() throws Exception {
        var first = addressAt(SLOT_BEGINS);
        var slotEnds = SLOT_BEGINS.plus(SignedAddresses.SLOT);
        assertThat(addressAt(slotEnds.minusSeconds(1))).isEqualTo(first);
        assertThat(addressAt(slotEnds)).isNotEqualTo(first);
        assertThat(addressAt(SLOT_BEGINS.minusSeconds(1))).isNotEqualTo(first);
    }

    @Test
    void areGoodForTheirLifetimeHoweverLateInTheSlotTheyAreMade(@TempDir Path folder) throws Exception {
        var bucket = new MinioBucket(new BucketSettings(
                stores.bucketEndpoint(),
                stores.accessKey(),
                stores.secretKey(),
                stores.name(),
                "us-east-1",
                stores.bucketEndpoint()));
        bucket.create();
        bucket.put(KEY, Files.writeString(folder.resolve("file"), "content"), "image/jpeg");
        var now = Instant.now();
        assertThat(statusOf(addressAt(now))).isEqualTo(200);
        assertThat(statusOf(addressAt(now.minus(LIFETIME).plusSeconds(20)))).isEqualTo(200);
        assertThat(statusOf(addressAt(now.minus(LIFETIME).minus(SignedAddresses.SLOT))))
                .isEqualTo(403);
    }

    private static int statusOf(String address) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
