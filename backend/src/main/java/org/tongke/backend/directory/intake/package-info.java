/**
 * Tables of schools and teachers as offices have them: read leniently, judged row by row against what stands, shown, and then entered in steps.
 * Owns the collections {@code directoryImports} and {@code directoryImportRows}, whose documents go away after thirty days.
 */
@NullMarked
package org.tongke.backend.directory.intake;

import org.jspecify.annotations.NullMarked;
