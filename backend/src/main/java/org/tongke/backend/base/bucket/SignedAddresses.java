package org.tongke.backend.base.bucket;

import io.minio.Http;
import io.minio.Signer;
import io.minio.Time;
import io.minio.Utils;
import io.minio.errors.MinioException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import okhttp3.Request;

/**
 * Addresses that can be read by whoever has them until they expire. The SDK signs for the very second, so that a browser would see
 * another address with every answer and could keep nothing; here the second is that at which the present slot began. So all backends
 * give the same address for the length of a slot.
 */
final class SignedAddresses {
    /** How long an address stays the same: slots begin with the minute. */
    static final Duration SLOT = Duration.ofMinutes(1);

    private final Http.BaseUrl base;
    private final String region;
    private final String accessKey;
    private final String secretKey;
    private final Clock clock;

    /** @param clock the machine's, since the store's signatures go by it */
    SignedAddresses(String base, String region, String accessKey, String secretKey, Clock clock) {
        this.base = new Http.BaseUrl(base);
        this.region = region;
        this.accessKey = accessKey;
        this.secretKey = secretKey;
        this.clock = clock;
    }

    /**
     * Address of an object. Makes no call.
     *
     * @param lifetime how long it is good at least; a slot longer if it is made when a slot begins
     * @param mediaType is signed, too: the browser gets it whatever was stored, and has nothing to guess
     * @param disposition is signed, too
     */
    String get(String bucket, String key, Duration lifetime, String mediaType, String disposition)
            throws MinioException {
        var answer = new Http.QueryParameters(
                "response-cache-control",
                "private, max-age=" + lifetime.toSeconds(),
                "response-content-disposition",
                disposition,
                "response-content-type",
                mediaType);
        var url = base.buildUrl(Http.Method.GET, bucket, key, region, answer);
        var request = new Request.Builder()
                .url(url)
                .header("Host", Utils.getHostHeader(url))
                .header("X-Amz-Date", slotBeganAt().atOffset(ZoneOffset.UTC).format(Time.AMZ_DATE_FORMAT))
                .build();
        var expiresIn = Math.toIntExact(lifetime.plus(SLOT).toSeconds());
        return Signer.presignV4(request, region, accessKey, secretKey, expiresIn)
                .toString();
    }

    private Instant slotBeganAt() {
        var now = clock.instant().getEpochSecond();
        return Instant.ofEpochSecond(now - now % SLOT.toSeconds());
    }
}
