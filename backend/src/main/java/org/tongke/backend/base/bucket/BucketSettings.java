package org.tongke.backend.base.bucket;

import io.minio.MinioAsyncClient;
import io.minio.MinioClient;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where the one bucket is and who may use it.
 *
 * @param endpoint address of the store as the backend reaches it
 * @param publicUrl address that phones see, where something in front passes {@code /BUCKET/…} on with the Host header as it came
 */
@Component
record BucketSettings(
        @Value("${tongke.bucket.endpoint}") String endpoint,
        @Value("${tongke.bucket.access-key}") String accessKey,
        @Value("${tongke.bucket.secret-key}") String secretKey,
        @Value("${tongke.bucket.name:tongke-files}") String name,
        @Value("${tongke.bucket.region:us-east-1}") String region,
        @Value("${tongke.public-url:http://localhost:8080}") String publicUrl) {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration TRANSFER = Duration.ofSeconds(60);

    /** Given, and once: a client that makes its own reads every certificate of the machine first, for half a second. */
    static final OkHttpClient HTTP = new OkHttpClient.Builder()
            .connectTimeout(CONNECT)
            .readTimeout(TRANSFER)
            .writeTimeout(TRANSFER)
            .build();

    BucketSettings {
        publicUrl = publicUrl.replaceFirst("/+$", "");
    }

    /** Calls the store. */
    MinioClient inside() {
        return client(endpoint);
    }

    /** Signs for the address that phones see. With its region named, it never makes a call. */
    MinioClient signer() {
        return client(publicUrl);
    }

    private MinioClient client(String address) {
        return MinioClient.builder()
                .endpoint(address)
                .region(region)
                .credentials(accessKey, secretKey)
                .httpClient(HTTP)
                .build();
    }

    /** Calls the store for what the other client has no methods for. */
    MinioAsyncClient async() {
        return MinioAsyncClient.builder()
                .endpoint(endpoint)
                .region(region)
                .credentials(accessKey, secretKey)
                .httpClient(HTTP)
                .build();
    }
}
