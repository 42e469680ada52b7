package org.tongke.backend.base.bucket;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PostPolicy;
import io.minio.RemoveObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.UploadObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/**
 * The bucket through the MinIO SDK. Two clients: one calls the store where the backend reaches it, the other signs for the address
 * that phones see. Signatures go by the machine's clock, not by the injected one, since the store's does.
 */
@Component
class MinioBucket implements Bucket {
    private static final Set<String> ALREADY_THERE = Set.of("BucketAlreadyOwnedByYou", "BucketAlreadyExists");

    /** Of an object that was put without a media type. */
    private static final String UNTOLD = "application/octet-stream";

    private final MinioClient inside;
    private final MinioClient signer;
    private final SignedAddresses addresses;
    private final String name;
    private final String region;
    private final String publicAddress;

    MinioBucket(BucketSettings settings) {
        name = settings.name();
        region = settings.region();
        publicAddress = settings.publicUrl() + "/" + name + "/";
        inside = settings.inside();
        signer = settings.signer();
        addresses = new SignedAddresses(
                settings.publicUrl(), region, settings.accessKey(), settings.secretKey(), Clock.systemUTC());
    }

    /** Makes the bucket, if it is not there. Several backends may do so at once. */
    void create() {
        call("create the bucket " + name, () -> {
            if (!inside.bucketExists(BucketExistsArgs.builder().bucket(name).build())) {
                makeBucket();
            }
            return name;
        });
    }

    private void makeBucket() throws MinioException {
        try {
            inside.makeBucket(
                    MakeBucketArgs.builder().bucket(name).region(region).build());
        } catch (ErrorResponseException refused) {
            if (!ALREADY_THERE.contains(refused.errorResponse().code())) {
                throw refused;
            }
        }
    }

    @Override
    public Optional<Long> findSize(String key) {
        return find(
                "look for " + key,
                () -> inside.statObject(StatObjectArgs.builder()
                                .bucket(name)
                                .object(key)
                                .build())
                        .size());
    }

    @Override
    public Optional<Opened> findOpen(String key) {
        return find("read " + key, () -> {
            var found = inside.getObject(
                    GetObjectArgs.builder().bucket(name).object(key).build());
            return new Opened(Objects.requireNonNullElse(found.headers().get("Content-Type"), UNTOLD), found);
        });
    }

    /** Empty where there is no such object. */
    private static <T> Optional<T> find(String what, Call<T> call) {
        return call(what, () -> {
            try {
                return Optional.of(call.make());
            } catch (ErrorResponseException refused) {
                if ("NoSuchKey".equals(refused.errorResponse().code())) {
                    return Optional.empty();
                }
                throw refused;
            }
        });
    }

    @Override
    public Stream<String> keys() {
        var found = inside.listObjects(
                ListObjectsArgs.builder().bucket(name).recursive(true).build());
        return StreamSupport.stream(found.spliterator(), false)
                .map(one -> call("list the bucket " + name, one::get).objectName());
    }

    @Override
    public InputStream open(String key) {
        return call(
                "read " + key,
                () -> inside.getObject(
                        GetObjectArgs.builder().bucket(name).object(key).build()));
    }

    @Override
    public void put(String key, Path file, String mediaType) {
        call(
                "write " + key,
                () -> inside.uploadObject(UploadObjectArgs.builder()
                        .bucket(name)
                        .object(key)
                        .filename(file.toString())
                        .contentType(mediaType)
                        .build()));
    }

    @Override
    public void delete(String key) {
        call("delete " + key, () -> {
            inside.removeObject(
                    RemoveObjectArgs.builder().bucket(name).object(key).build());
            return key;
        });
    }

    @Override
    public String signedGet(String key, Duration lifetime, String mediaType, String disposition) {
        return call("sign " + key, () -> addresses.get(name, key, lifetime, mediaType, disposition));
    }

    @Override
    public String postAddress() {
        return publicAddress;
    }

    @Override
    public Map<String, String> signedPost(String key, String mediaType, long sizeBytes, Duration lifetime) {
        var policy = new PostPolicy(name, ZonedDateTime.now(ZoneOffset.UTC).plus(lifetime));
        policy.addEqualsCondition("key", key);
        policy.addEqualsCondition("Content-Type", mediaType);
        policy.addContentLengthRangeCondition(sizeBytes, sizeBytes);
        var form = new LinkedHashMap<>(Map.of("key", key));
        form.put("Content-Type", mediaType);
        form.putAll(call("sign a form for " + key, () -> signer.getPresignedPostFormData(policy)));
        return form;
    }

    /** The SDK tells of a connection that broke by an {@link IllegalStateException}. */
    private static <T> T call(String what, Call<T> call) {
        try {
            return call.make();
        } catch (MinioException | IOException | IllegalStateException broken) {
            throw new BucketException(what, broken);
        }
    }

    @FunctionalInterface
    private interface Call<T> {
        T make() throws MinioException, IOException;
    }
}
