/** 资源: material that teachers share with groups, found, opened, shared and seen to; and how much room a school's files take. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "client", "component", "contract", "push"})
package org.tongke.frontend.resource;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
