package org.tongke.backend.access.graphql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.Node;
import org.tongke.backend.base.id.NodeFinder;
import org.tongke.backend.base.who.Viewer;

/** Finds any thing again by its id, with the caller's rights. */
@Controller
class NodeController {
    private final Map<String, NodeFinder> finders;
    private final WhoMay whoMay;

    NodeController(List<NodeFinder> finders, WhoMay whoMay) {
        this.finders = finders.stream()
                .collect(Collectors.toMap(finder -> finder.type().getSimpleName(), Function.identity()));
        this.whoMay = whoMay;
    }

    @QueryMapping
    Optional<? extends Node> node(@Argument String id, Viewer viewer) {
        return GlobalId.decode(id).flatMap(global -> find(global, viewer));
    }

    private Optional<? extends Node> find(GlobalId id, Viewer viewer) {
        var finder = finders.get(id.type());
        var permission = whoMay.permission("Node." + id.type(), viewer);
        return finder == null || !permission.allowed()
                ? Optional.empty()
                : finder.find(id.raw(), viewer, permission.scope());
    }
}
