/**
 * The bucket: an S3-compatible store, reached with the MinIO SDK.
 */
@NullMarked
package org.tongke.backend.base.bucket;

import org.jspecify.annotations.NullMarked;
