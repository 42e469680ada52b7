/**
 * Two servers for one JVM, each durable on a folder: {@link org.tongke.embedded.EmbeddedMongo} speaks MongoDB's wire protocol,
 * {@link org.tongke.embedded.EmbeddedBucket} speaks S3. They stand in for mongod and MinIO where nothing can be installed: small data, one process.
 * What a client was told is written survives the death of the process; the last second may be lost to a power cut.
 */
@NullMarked
package org.tongke.embedded;

import org.jspecify.annotations.NullMarked;
