/**
 * Benchmarks of the hot paths. Each is asked through the backend's own faces and over GraphQL, and beside them runs a program on the
 * bare driver that does the least any program must do for the same answer; the ratio of the two is what the backend costs.
 */
@NullMarked
package org.tongke.bench;

import org.jspecify.annotations.NullMarked;
