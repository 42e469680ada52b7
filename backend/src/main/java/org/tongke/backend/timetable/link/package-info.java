/**
 * One's own week for people without an account: a link with a key, which ends on a day or at once. Owns the collection
 * {@code weekLinks}. Its records hold nothing but what such people may see, so that nothing else can come along.
 */
@NullMarked
package org.tongke.backend.timetable.link;

import org.jspecify.annotations.NullMarked;
