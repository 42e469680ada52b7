/**
 * Verification by the county: the queue, a community with its evidence, passing and sending back; and what was sent back, for its schools.
 * Who may do what, and what has changed, is the backend's answer.
 */
@NullMarked
package org.tongke.frontend.verification.review;

import org.jspecify.annotations.NullMarked;
