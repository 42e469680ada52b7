/**
 * How communities and regions stand against the dates of a programme (annex 3): sums, milestones, and who will be late at the present
 * pace. Pure: what stands in the documents and a day go in, figures come out; knows no Spring, no MongoDB and no clock. Page, API and
 * workbook take their figures from here, so there is one of each.
 */
@NullMarked
@NamedInterface("deadline")
package org.tongke.backend.verification.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
