/** Links by which people without an account see how a region stands: made, copied and ended on the page of its progress. */
@NullMarked
package org.tongke.frontend.verification.share;

import org.jspecify.annotations.NullMarked;
