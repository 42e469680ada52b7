package org.tongke.frontend.access;

import static org.tongke.frontend.component.Texts.text;

import java.time.OffsetDateTime;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.contract.types.Account;
import org.tongke.frontend.contract.types.Role;

/** Words of accounts. */
final class AccessWords {
    private AccessWords() {}

    static String role(Role role) {
        return text("access.role." + role.name());
    }

    static String state(Account account) {
        return text("access.state." + account.getSignInState().name());
    }

    /** The day with its year. */
    static String day(OffsetDateTime at) {
        return at.toLocalDate().toString();
    }

    /** Day and time. */
    static String at(OffsetDateTime at) {
        return Formats.day(at) + " " + Formats.time(at);
    }
}
