/** Bytes in the bucket, checked once: upload tickets and stored files. Owns the collections {@code tickets} and {@code files}. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "access"})
package org.tongke.backend.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
