/**
 * The pocket pages: sign-in, today, week, upload, notices, entry of a lesson. Small shells under {@code /m/} that hold nobody's data, the texts for their modules, and the
 * worker that keeps both readable without a signal. What they show they ask of the backend themselves, by the known operations in
 * {@code graphql/pocket}; their modules and styles are in {@code META-INF/resources/m} and, where Flow views use them too, in {@code tk}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"component"})
package org.tongke.frontend.pocket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
