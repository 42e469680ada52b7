package org.tongke.backend.base.error;

import java.util.List;

/**
 * A refusal in words.
 *
 * @param code what went wrong, for a program
 * @param path where in the input, from the outside in
 * @param message what happened and what to do, in the caller's language
 */
public record UserError(ErrorCode code, List<String> path, String message) {}
