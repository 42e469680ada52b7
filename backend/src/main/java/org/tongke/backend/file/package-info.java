/**
 * Bytes in the bucket, checked once: upload tickets and stored files. Owns the collections {@code tickets}, {@code files},
 * {@code file_origins} (what cameras wrote) and {@code file_views} (who opened what), and the bucket's keys {@code incoming/ACCOUNT/UUID} (as sent, until checked), {@code files/COMMUNITY/SHA256/file} (what is shown) and
 * {@code files/COMMUNITY/SHA256/thumbnail}; what is shared with groups lies below {@code files/shared/}. A ticket carries what a room above claims with the file; that room implements
 * {@link org.tongke.backend.file.Claimant}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "access"})
package org.tongke.backend.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
