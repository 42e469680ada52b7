/** Bell schedules in GraphQL. */
@NullMarked
package org.tongke.backend.term.graphql;

import org.jspecify.annotations.NullMarked;
