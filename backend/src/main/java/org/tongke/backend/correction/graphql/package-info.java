/** The section "correction" of the schema. */
@NullMarked
package org.tongke.backend.correction.graphql;

import org.jspecify.annotations.NullMarked;
