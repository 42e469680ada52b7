/** Lessons that are called off. */
@NullMarked
package org.tongke.backend.exchange.cancellation;

import org.jspecify.annotations.NullMarked;
