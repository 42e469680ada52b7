/** The modules of the pocket pages, each in a real browser: what they keep, send, show and forgive. */
@NullMarked
package org.tongke.standalone.pocket;

import org.jspecify.annotations.NullMarked;
