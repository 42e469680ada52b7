/**
 * The audit trail in GraphQL.
 */
@NullMarked
package org.tongke.backend.audit.graphql;

import org.jspecify.annotations.NullMarked;
