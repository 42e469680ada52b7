/**
 * What an uploaded file really is: its bytes are hashed, its type is decided by decoding, and of a picture an upright copy
 * without position, device or any other metadata is made, with a thumbnail. Path in, result out: nothing here knows
 * Spring, the database or the bucket, so that it can move into a process of its own.
 */
@NullMarked
@NamedInterface("inspection")
package org.tongke.backend.file.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
