/**
 * How GraphQL is served: scalars, ids, limits, errors, known operations.
 */
@NullMarked
package org.tongke.backend.base.graphql;

import org.jspecify.annotations.NullMarked;
