package org.tongke.backend.support;

import org.tongke.backend.base.who.Viewer;

/**
 * Somebody who asks, or some program.
 *
 * @param viewer the account and what it may be
 * @param token signs it in
 */
public record Person(Viewer viewer, String token) {

    /** Raw id of the account. */
    public String account() {
        return viewer.requireAccount();
    }
}
