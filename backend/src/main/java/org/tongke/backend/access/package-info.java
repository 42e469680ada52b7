/**
 * Accounts, sign-in, tokens, and the table of who may do what. Owns the collections {@code accounts} and {@code tokens}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "audit", "directory"})
package org.tongke.backend.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
