/**
 * Live nudges: an open page is told that something of its own changed, and asks for it with its own rights.
 */
@NullMarked
package org.tongke.backend.base.live;

import org.jspecify.annotations.NullMarked;
