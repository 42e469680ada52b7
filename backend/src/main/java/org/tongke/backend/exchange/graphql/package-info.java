/** Suppliers and their batches in GraphQL. */
@NullMarked
package org.tongke.backend.exchange.graphql;

import org.jspecify.annotations.NullMarked;
