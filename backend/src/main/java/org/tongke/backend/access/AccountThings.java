package org.tongke.backend.access;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.NamedThings;

/** What people are called, for whoever tells of changes. */
@Component
class AccountThings implements NamedThings {
    private final Accounts accounts;

    AccountThings(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Map<String, String> namesOf(Collection<String> ids, Locale locale) {
        return accounts.findAll(ids).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().name()));
    }
}
