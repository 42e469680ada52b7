/** What tests of the backend stand on: stores that are started once, a clock that can be set. */
@NullMarked
package org.tongke.backend.support;

import org.jspecify.annotations.NullMarked;
