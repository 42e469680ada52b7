package org.tongke.backend.access;

/** Whom sandbox tokens sign in; only a server with demo data has a bean of it. */
@FunctionalInterface
public interface SandboxAccount {
    /** Raw id of the account. Nobody signs in to it otherwise. */
    String sandboxAccount();
}
