/** Designated push in GraphQL. */
@NullMarked
package org.tongke.backend.push.graphql;

import org.jspecify.annotations.NullMarked;
