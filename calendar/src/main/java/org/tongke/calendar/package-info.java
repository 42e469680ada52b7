/**
 * Pure arithmetic of school days, weeks and holidays. Knows the JDK and nothing else: dates go in, a result comes out.
 */
@NullMarked
package org.tongke.calendar;

import org.jspecify.annotations.NullMarked;
