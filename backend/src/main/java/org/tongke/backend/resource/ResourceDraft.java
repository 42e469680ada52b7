package org.tongke.backend.resource;

import java.util.Collection;
import java.util.List;

/**
 * What is to be shared, as long as it has no content yet.
 *
 * @param owner who shares it
 * @param facts what is said of it
 * @param groups with whom, at least one
 * @param places keys of the owner's school and its regions
 */
record ResourceDraft(ResourceOwner owner, ResourceFacts facts, List<ResourceGroup> groups, Collection<String> places) {

    ResourceDraft {
        groups = List.copyOf(groups);
        places = List.copyOf(places);
    }
}
