package org.tongke.backend.base.bucket;

import io.minio.AbortMultipartUploadArgs;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.ListPartsArgs;
import io.minio.MinioAsyncClient;
import io.minio.MinioClient;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Part;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** S3's multipart uploads through the MinIO SDK. */
@Component
class MinioParts implements PartedUploads {
    private static final String GONE = "NoSuchUpload";

    private final MinioAsyncClient inside;
    private final MinioClient signer;
    private final OpenUploadList uploads;
    private final String name;

    MinioParts(BucketSettings settings) {
        inside = settings.async();
        signer = settings.signer();
        uploads = new OpenUploadList(settings);
        name = settings.name();
    }

    @Override
    public String begin(String key) {
        var asked = CreateMultipartUploadArgs.builder().bucket(name).object(key).build();
        return call("begin " + key, () -> inside.createMultipartUpload(asked))
                .result()
                .uploadId();
    }

    @Override
    public String signedPut(String key, String uploadId, int number, Duration lifetime) {
        try {
            return signer.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                    .method(Http.Method.PUT)
                    .bucket(name)
                    .object(key)
                    .extraQueryParams(Map.of("uploadId", uploadId, "partNumber", Integer.toString(number)))
                    .expiry(Math.toIntExact(lifetime.toSeconds()))
                    .build());
        } catch (MinioException broken) {
            throw new BucketException("sign a part of " + key, broken);
        }
    }

    /** No file here has so many parts that the store would answer by pages. */
    @Override
    public Optional<List<ArrivedPart>> find(String key, String uploadId) {
        var asked = ListPartsArgs.builder()
                .bucket(name)
                .object(key)
                .uploadId(uploadId)
                .build();
        return unlessGone("list the parts of " + key, () -> inside.listParts(asked))
                .map(found -> found.result().parts().stream()
                        .map(part -> new ArrivedPart(part.partNumber(), part.partSize(), part.etag()))
                        .toList());
    }

    @Override
    public boolean complete(String key, String uploadId, List<ArrivedPart> parts) {
        var asked = CompleteMultipartUploadArgs.builder()
                .bucket(name)
                .object(key)
                .uploadId(uploadId)
                .parts(parts.stream()
                        .map(part -> new Part(part.number(), part.tag()))
                        .toArray(Part[]::new))
                .build();
        return unlessGone("put together " + key, () -> inside.completeMultipartUpload(asked))
                .isPresent();
    }

    @Override
    public void abandon(String key, String uploadId) {
        var asked = AbortMultipartUploadArgs.builder()
                .bucket(name)
                .object(key)
                .uploadId(uploadId)
                .build();
        unlessGone("abandon " + key, () -> inside.abortMultipartUpload(asked));
    }

    @Override
    public List<String> findOpen(String key) {
        return uploads.idsOf(key);
    }

    @Override
    public void abandonAll(String key) {
        findOpen(key).forEach(id -> abandon(key, id));
    }

    private static <T> Optional<T> unlessGone(String what, Supplier<CompletableFuture<T>> call) {
        try {
            return Optional.of(call.get().join());
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof ErrorResponseException refused
                    && GONE.equals(refused.errorResponse().code())) {
                return Optional.empty();
            }
            throw new BucketException(what, failed);
        }
    }

    private static <T> T call(String what, Supplier<CompletableFuture<T>> call) {
        try {
            return call.get().join();
        } catch (CompletionException failed) {
            throw new BucketException(what, failed);
        }
    }
}
