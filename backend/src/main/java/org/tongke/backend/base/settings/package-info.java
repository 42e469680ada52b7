/** The settings that an operator gives, checked before anything starts. */
@NullMarked
package org.tongke.backend.base.settings;

import org.jspecify.annotations.NullMarked;
