/**
 * What people say is wrong with an activity 纠错: who sees that a lesson stands there wrongly says so in two presses, and those who are
 * nearest to it put it right: the supplier that reports it, who leads it, clerks of its schools, officers of its county. Owns the collection
 * {@code corrections}. Nothing of the activity is changed by it: that is done where it was entered or reported.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"base", "access", "directory", "activity", "activity :: value", "timetable :: notice"})
package org.tongke.backend.correction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
