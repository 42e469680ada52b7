@NullMarked
package org.tongke.backend.community.programme;

import org.jspecify.annotations.NullMarked;
