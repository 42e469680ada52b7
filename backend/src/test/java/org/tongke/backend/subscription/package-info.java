/** Subscriptions as programs use them, over both ways. */
@NullMarked
package org.tongke.backend.subscription;

import org.jspecify.annotations.NullMarked;
