/**
 * Refusals and top-level errors, and their words.
 */
@NullMarked
package org.tongke.backend.base.error;

import org.jspecify.annotations.NullMarked;
