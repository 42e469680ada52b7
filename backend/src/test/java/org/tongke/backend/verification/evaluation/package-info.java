@NullMarked
package org.tongke.backend.verification.evaluation;

import org.jspecify.annotations.NullMarked;
