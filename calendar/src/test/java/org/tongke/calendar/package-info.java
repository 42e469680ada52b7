@NullMarked
package org.tongke.calendar;

import org.jspecify.annotations.NullMarked;
