/**
 * The pages for everybody: who is verified, how the regions stand, a week of lessons. Plain HTML that is whole with its first byte: no Flow, no
 * session, no cookie but the reader's choice of language and appearance; one small script signs people in to a demo. They know the backend by
 * the operations in {@code graphql/publication} alone, which tell of nobody but somebody who made a link to the own week.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"client", "component", "contract"})
package org.tongke.frontend.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
