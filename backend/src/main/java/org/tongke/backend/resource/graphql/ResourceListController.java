package org.tongke.backend.resource.graphql;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.RequestException;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Community;
import org.tongke.backend.directory.SchoolStage;
import org.tongke.backend.resource.Resource;
import org.tongke.backend.resource.ResourceFilter;
import org.tongke.backend.resource.ResourceGroup;
import org.tongke.backend.resource.ResourceKind;
import org.tongke.backend.resource.ResourceOrder;
import org.tongke.backend.resource.ResourceOwner;
import org.tongke.backend.resource.Resources;

/** Lists of resources in the section "resource" of the schema. */
@Controller
class ResourceListController {
    private static final int MOST_VALUES = 50;

    private final Resources resources;

    ResourceListController(Resources resources) {
        this.resources = resources;
    }

    @QueryMapping
    Connection<Resource> resources(
            @Argument @Nullable FilterInput filter,
            @Argument ResourceOrder order,
            @Argument int first,
            @Argument @Nullable String after,
            Viewer viewer,
            Scope scope) {
        var page = PageRequest.of(order.list(), ResourceOrder.KEYS, first, after);
        return resources.list(read(filter), order, page, viewer, scope);
    }

    @QueryMapping
    CountedResources resourceCounts(@Argument @Nullable FilterInput filter, Viewer viewer, Scope scope) {
        return new CountedResources(resources.count(read(filter), viewer, scope), scope);
    }

    private static ResourceFilter read(@Nullable FilterInput filter) {
        return filter == null ? new FilterInput(null, null, null, null, null, null, false, null).read() : filter.read();
    }

    record FilterInput(
            @Nullable List<String> subjects,
            @Nullable List<String> grades,
            @Nullable List<ResourceKind> kinds,
            @Nullable List<SchoolStage> stages,
            @Nullable List<String> groupIds,
            @Nullable List<String> schoolIds,
            boolean own,
            @Nullable String text) {

        ResourceFilter read() {
            return new ResourceFilter(
                    set(subjects, Function.identity()),
                    set(grades, Function.identity()),
                    set(kinds, Function.identity()),
                    set(stages, Function.identity()),
                    set(groupIds, FilterInput::groupKey),
                    set(schoolIds, FilterInput::sharer),
                    own,
                    text == null ? "" : text);
        }

        /** An id that names neither finds nothing, like one that nobody gave. */
        private static String groupKey(String id) {
            return GlobalId.rawOf("Region", id)
                    .map(ResourceGroup::keyOfCounty)
                    .orElseGet(() -> Community.channelOf(GlobalId.rawOrNobodys("Community", id)));
        }

        /** The id of a region stands for its resource centre. */
        private static String sharer(String id) {
            return GlobalId.rawOf("Region", id)
                    .map(ResourceOwner::idOfCentre)
                    .orElseGet(() -> GlobalId.rawOrNobodys("School", id));
        }

        private static <T, R> Set<R> set(@Nullable List<T> values, Function<T, R> read) {
            if (values == null) {
                return Set.of();
            }
            if (values.size() > MOST_VALUES) {
                throw new RequestException(ErrorCode.BAD_REQUEST);
            }
            return values.stream().map(read).collect(Collectors.toSet());
        }
    }
}
