/**
 * Progress on the screen: a community's criteria with their facts and evidence, and the sums of a region. All of it follows the facts by
 * itself while a page is open. What counts, what is lacking and who may upload is the backend's answer.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"access", "client", "community", "component", "contract", "resource", "timetable"})
package org.tongke.frontend.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
