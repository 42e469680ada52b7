package org.tongke.embedded;

import io.minio.MinioClient;
import okhttp3.OkHttpClient;

/** Clients of the embedded bucket. */
final class Clients {

    /** Given, because a client that makes its own reads every certificate of the machine first, for half a second. */
    private static final OkHttpClient HTTP = new OkHttpClient();

    private Clients() {}

    /** Signs for an address and calls it; the region is set, so that signing makes no call. */
    static MinioClient of(String endpoint, String accessKey, String secretKey) {
        return MinioClient.builder()
                .endpoint(endpoint)
                .region("us-east-1")
                .credentials(accessKey, secretKey)
                .httpClient(HTTP)
                .build();
    }
}
