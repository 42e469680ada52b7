/**
 * When a school's periods begin and end: bell schedules as stored and resolved. Owns the collection {@code bellSchedules}. A school
 * that has entered none has the product's ({@code term/bells.csv}). Which schedule holds depends on the day alone, so a change of
 * seasons is one more version.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "directory", "access"})
package org.tongke.backend.term;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
