/**
 * Tables as offices know them. In: workbooks, CSV, pasted text, read into rows of texts ({@link org.tongke.backend.base.sheet.GivenFiles}).
 * Out: a {@link org.tongke.backend.base.sheet.Dossier} is made once and written as a workbook or as a page for A4.
 */
@NullMarked
package org.tongke.backend.base.sheet;

import org.jspecify.annotations.NullMarked;
