package org.tongke.embedded;

import java.io.InputStream;
import java.util.List;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * Knows no upload in parts but those that are open, as other stores do. The store behind would take a part of one that has ended, and
 * nobody would ever delete it; and it would say that an upload which is not there has no parts yet.
 */
final class OpenUploads extends ForwardingBlobStore {

    private static final String GONE = "There is no such upload";

    OpenUploads(BlobStore store) {
        super(store);
    }

    @Override
    public UploadPartResponse uploadMultipartPart(
            MultipartUpload upload, UploadPartRequest request, InputStream bytes) {
        requireOpen(upload);
        return super.uploadMultipartPart(upload, request, bytes);
    }

    @Override
    public List<Part> listMultipartUpload(MultipartUpload upload) {
        requireOpen(upload);
        return super.listMultipartUpload(upload);
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        requireOpen(upload);
        return super.completeMultipartUpload(upload, request);
    }

    private void requireOpen(MultipartUpload upload) {
        var open = listMultipartUploads(upload.containerName()).stream()
                .anyMatch(found -> found.uploadId().equals(upload.id()));
        if (!open) {
            throw NoSuchUploadException.builder()
                    .message(GONE)
                    .statusCode(404)
                    .awsErrorDetails(AwsErrorDetails.builder()
                            .errorCode("NoSuchUpload")
                            .errorMessage(GONE)
                            .build())
                    .build();
        }
    }
}
