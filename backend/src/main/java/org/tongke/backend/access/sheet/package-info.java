/**
 * What access hands on as a workbook: the audit trail, which stands below and knows nobody's rights.
 */
@NullMarked
package org.tongke.backend.access.sheet;

import org.jspecify.annotations.NullMarked;
