/**
 * Subscriptions of GraphQL: what is written to a collection of facts, in the order of its writing, from a position on that the
 * client keeps. The collection is read once for all subscriptions; each is told at its own pace.
 */
@NullMarked
package org.tongke.backend.base.subscription;

import org.jspecify.annotations.NullMarked;
