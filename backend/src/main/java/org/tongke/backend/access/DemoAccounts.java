package org.tongke.backend.access;

import java.util.List;

/** Accounts that anybody may try; only a server with demo data has a bean of it that names some. */
public interface DemoAccounts {
    /** The accounts in the order of the sign-in page. */
    List<DemoSignIn> list();

    /**
     * How to sign in as one of them.
     *
     * @param labelKey key of the words that say who it is
     */
    record DemoSignIn(String signInName, String password, String labelKey) {}
}
