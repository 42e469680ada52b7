/**
 * The change feed: consumers follow the facts with a position of their own, and may be given the same change twice.
 */
@NullMarked
package org.tongke.backend.base.feed;

import org.jspecify.annotations.NullMarked;
