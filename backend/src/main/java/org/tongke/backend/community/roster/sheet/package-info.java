/** Annex 4 as offices fill it in and as they are given it back. Reading is pure: rows of texts go in, named communities come out. */
@NullMarked
package org.tongke.backend.community.roster.sheet;

import org.jspecify.annotations.NullMarked;
