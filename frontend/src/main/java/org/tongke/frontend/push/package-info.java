/**
 * 推送, 推荐: what a resource centre gives to which schools, now or later, and what became of it there; what schools were given; what they
 * recommend to a centre. Knows resources by name alone: their pages show what is given and recommended beside them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "client", "community", "component", "contract", "directory"})
package org.tongke.frontend.push;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
