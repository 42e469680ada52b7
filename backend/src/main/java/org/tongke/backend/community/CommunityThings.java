package org.tongke.backend.community;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.NamedThings;
import org.tongke.backend.base.who.Scope;

/** What communities and programmes are called, for whoever tells of changes. */
@Component
class CommunityThings implements NamedThings {
    private final Communities communities;
    private final Programmes programmes;

    CommunityThings(Communities communities, Programmes programmes) {
        this.communities = communities;
        this.programmes = programmes;
    }

    @Override
    public Map<String, String> namesOf(Collection<String> ids, Locale locale) {
        var names = new HashMap<String, String>();
        var unknown = new HashSet<>(ids);
        ids.forEach(id ->
                programmes.find(id).ifPresent(programme -> names.put(id, Integer.toString(programme.year()))));
        names.keySet().forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            communities.findAll(unknown, Scope.EVERYWHERE).forEach((id, community) -> names.put(id, community.name()));
        }
        return names;
    }
}
