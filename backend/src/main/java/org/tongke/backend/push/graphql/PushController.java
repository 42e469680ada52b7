package org.tongke.backend.push.graphql;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.activity.Grade;
import org.tongke.backend.activity.Grades;
import org.tongke.backend.activity.Subject;
import org.tongke.backend.activity.Subjects;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.NodeFinder;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.push.Push;
import org.tongke.backend.push.PushCounts;
import org.tongke.backend.push.PushRule;
import org.tongke.backend.push.PushState;
import org.tongke.backend.push.Pushes;
import org.tongke.backend.push.Receipt;
import org.tongke.backend.push.ReceiptFilter;
import org.tongke.backend.resource.Resource;
import org.tongke.backend.resource.Resources;

/** Pushes of a centre and their receipts, in the section "push" of the schema. */
@Controller
class PushController {
    /** The row that says where somebody may see resources. */
    static final String SEES_RESOURCES = "Node.Resource";

    private final Pushes pushes;
    private final Resources resources;
    private final Regions regions;
    private final Schools schools;
    private final Subjects subjects;
    private final Grades grades;
    private final WhoMay whoMay;

    PushController(
            Pushes pushes,
            Resources resources,
            Regions regions,
            Schools schools,
            Subjects subjects,
            Grades grades,
            WhoMay whoMay) {
        this.pushes = pushes;
        this.resources = resources;
        this.regions = regions;
        this.schools = schools;
        this.subjects = subjects;
        this.grades = grades;
        this.whoMay = whoMay;
    }

    @QueryMapping("pushes")
    Connection<Push> list(
            @Argument @Nullable PushState state, @Argument int first, @Argument @Nullable String after, Scope scope) {
        return pushes.list(
                Optional.ofNullable(state), PageRequest.of(Pushes.LIST, Pushes.LIST_KEYS, first, after), scope);
    }

    @SchemaMapping
    Region centre(Push push) {
        return regions.get(push.centreCode());
    }

    @BatchMapping
    Map<Push, Resource> resource(List<Push> pushes, @ContextValue Viewer viewer) {
        var found = resources.findAll(
                pushes.stream().map(push -> push.said().resourceId()).collect(Collectors.toSet()),
                viewer,
                whoMay.permission(SEES_RESOURCES, viewer).scope());
        var each = new HashMap<Push, Resource>();
        for (var push : pushes) {
            var resource = found.get(push.said().resourceId());
            if (resource != null) {
                each.put(push, resource);
            }
        }
        return each;
    }

    @SchemaMapping
    String title(Push push) {
        return push.said().title();
    }

    @SchemaMapping
    @Nullable
    String note(Push push) {
        return push.said().note();
    }

    @SchemaMapping
    PushRule rule(Push push) {
        return push.said().rule();
    }

    @SchemaMapping
    Instant sendAt(Push push) {
        return push.said().sendAt();
    }

    @SchemaMapping
    List<Push.Reminder> reminders(Push push) {
        return push.reminders().reversed();
    }

    @SchemaMapping(typeName = "PushRule", field = "regions")
    List<Region> regionsOf(PushRule rule) {
        return rule.regionCodes().stream().map(regions::get).toList();
    }

    @SchemaMapping(typeName = "PushRule", field = "subjects")
    List<Subject> subjectsOf(PushRule rule) {
        return rule.subjectCodes().stream().map(subjects::get).toList();
    }

    @SchemaMapping(typeName = "PushRule", field = "grades")
    List<Grade> gradesOf(PushRule rule) {
        return rule.gradeCodes().stream().map(grades::get).toList();
    }

    @BatchMapping
    Map<Push, PushCounts> counts(List<Push> of) {
        var counts = pushes.count(of);
        return of.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), push -> counts.getOrDefault(push.id(), new PushCounts(0, 0, 0, 0))));
    }

    @QueryMapping
    Connection<Receipt> pushReceipts(
            @Argument String pushId,
            @Argument @Nullable ReceiptFilter filter,
            @Argument int first,
            @Argument @Nullable String after,
            Viewer viewer,
            Scope scope) {
        var page = PageRequest.of(Pushes.RECEIPTS, Pushes.LIST_KEYS, first, after);
        return pushes.find(GlobalId.rawOrNobodys("Push", pushId), viewer, scope)
                .map(push -> pushes.receipts(push, Optional.ofNullable(filter), page))
                .orElseGet(Connection::empty);
    }

    @BatchMapping(typeName = "PushReceipt")
    Map<Receipt, School> school(List<Receipt> receipts) {
        var found =
                schools.findAll(receipts.stream().map(Receipt::schoolId).collect(Collectors.toSet()), Scope.EVERYWHERE);
        var each = new HashMap<Receipt, School>();
        for (var receipt : receipts) {
            var school = found.get(receipt.schoolId());
            if (school != null) {
                each.put(receipt, school);
            }
        }
        return each;
    }

    @SchemaMapping(typeName = "PushReceipt")
    int lessonCount(Receipt receipt) {
        return receipt.lessons();
    }

    @SchemaMapping
    boolean viewerCanEdit(Push push, Viewer viewer) {
        return push.isPlanned() && isOf(push, "Mutation.editPush", viewer);
    }

    @SchemaMapping
    boolean viewerCanRecall(Push push, Viewer viewer) {
        return push.state() != PushState.RECALLED && isOf(push, "Mutation.recallPush", viewer);
    }

    @SchemaMapping
    boolean viewerCanRemind(Push push, Viewer viewer) {
        return push.isDelivered() && isOf(push, "Mutation.remindPush", viewer);
    }

    private boolean isOf(Push push, String command, Viewer viewer) {
        return whoMay.permission(command, viewer).scope().covers(push.places());
    }

    @Bean
    static NodeFinder pushNodes(Pushes pushes) {
        return NodeFinder.of(Push.class, pushes::find);
    }
}
