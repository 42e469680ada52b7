/** Progress as facts change, the clock goes on, keepers meet and processes are killed. */
@NullMarked
package org.tongke.backend.verification;

import org.jspecify.annotations.NullMarked;
