package org.tongke.backend.base.error;

import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fault as it may stand in the log: the kinds and places of it and of its causes. What libraries say with them is left out, as it repeats
 * what somebody sent, such as the name in a text that cannot be read or in a key that is taken; what we say ourselves names ids alone.
 */
public final class QuietFault extends RuntimeException {
    private static final String OURS = "org.tongke.";

    private QuietFault(String said, @Nullable Throwable cause, StackTraceElement[] places) {
        super(said, cause, false, true);
        setStackTrace(places);
    }

    /** The fault without what it repeats. */
    public static QuietFault of(Throwable fault) {
        return of(fault, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static QuietFault of(Throwable fault, Set<Throwable> seen) {
        seen.add(fault);
        var cause = fault.getCause();
        return new QuietFault(
                said(fault), cause == null || seen.contains(cause) ? null : of(cause, seen), fault.getStackTrace());
    }

    private static String said(Throwable fault) {
        var kind = fault.getClass().getName();
        return isHarmless(fault) && fault.getMessage() != null ? kind + ": " + fault.getMessage() : kind;
    }

    private static boolean isHarmless(Throwable fault) {
        return fault.getClass().getName().startsWith(OURS)
                || fault instanceof NullPointerException
                || fault instanceof ClassCastException
                || fault instanceof IOException
                || fault instanceof MongoTimeoutException
                || fault instanceof MongoSocketException;
    }

    /** Without the name of this class, which says nothing. */
    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
