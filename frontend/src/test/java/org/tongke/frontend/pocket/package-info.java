/** Tests of the pocket pages that need no browser: operations, texts, shells, worker, colours, and what old phones can read. */
@NullMarked
package org.tongke.frontend.pocket;

import org.jspecify.annotations.NullMarked;
