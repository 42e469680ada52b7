/**
 * What happens at a time and schools share: kinds and activities. Owns the collections {@code activities} and {@code kinds}. What a supplier reports
 * and what schools add stand apart in the document; neither overwrites the other.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "directory", "community", "community :: programme", "access"})
package org.tongke.backend.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
