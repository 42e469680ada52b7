/** Every page in both sizes, schemes and languages. */
@NullMarked
package org.tongke.standalone.page;

import org.jspecify.annotations.NullMarked;
