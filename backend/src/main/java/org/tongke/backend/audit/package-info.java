/**
 * Who did what to which thing, when, and from where. Every write of a fact carries that itself; this room copies it from the change
 * feed into a trail that is only added to, and seals the trail in segments, each over the one before, so that a change behind our
 * back is found. Owns the collections {@code audit_entries} and {@code audit_seals}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"base"})
package org.tongke.backend.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
