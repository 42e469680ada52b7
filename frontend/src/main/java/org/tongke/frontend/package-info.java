/** The web app: Vaadin Flow views and, in {@code pocket}, the few pages that work without a signal. Knows the backend only over HTTP. */
@NullMarked
package org.tongke.frontend;

import org.jspecify.annotations.NullMarked;
