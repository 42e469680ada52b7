/**
 * Who is asking, and where that person may look.
 */
@NullMarked
package org.tongke.backend.base.who;

import org.jspecify.annotations.NullMarked;
