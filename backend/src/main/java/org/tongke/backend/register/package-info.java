/**
 * The register of exchange periods 教师交流 (notice, annex 2, 二(三)): which teacher works at which other school of a community, from when
 * to when. An entry of a register, not an activity: it has no hours. Owns the collection {@code exchangeRegister}, with one document for
 * each teacher, so that of two clerks who enter overlapping periods at once only one can.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "directory", "access", "community"})
package org.tongke.backend.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
