package org.tongke.backend.access;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.Role;

/**
 * Lets somebody into a system that knows nobody: enters the account {@code administrator} with the password of the setting
 * {@code tongke.administrator-password}. Where that name is taken, the setting changes nothing.
 */
@Component
@ConditionalOnProperty("tongke.administrator-password")
class FirstAdministrator {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final String NAME = "administrator";

    FirstAdministrator(Accounts accounts, @Value("${tongke.administrator-password}") String password) {
        var isNew = accounts.add(
                Account.of(NAME, "系统管理员", NAME, List.of(Grant.everywhere(Role.ADMINISTRATOR)), null), password);
        if (isNew) {
            LOG.info("the account {} was entered with the password of the setting", NAME);
        }
    }
}
