/** Progress in the words of one language, for whoever tells people of it: the API, sheets, public pages. */
@NullMarked
@NamedInterface("words")
package org.tongke.backend.verification.words;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
