package org.tongke.backend.resource.graphql;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.activity.Grade;
import org.tongke.backend.activity.Grades;
import org.tongke.backend.activity.Subject;
import org.tongke.backend.activity.Subjects;
import org.tongke.backend.base.id.NodeFinder;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.SchoolStage;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.file.FileHolder;
import org.tongke.backend.file.StoredFile;
import org.tongke.backend.file.StoredFiles;
import org.tongke.backend.resource.Licence;
import org.tongke.backend.resource.Resource;
import org.tongke.backend.resource.ResourceChange;
import org.tongke.backend.resource.ResourceContent;
import org.tongke.backend.resource.ResourceGroup;
import org.tongke.backend.resource.ResourceKind;
import org.tongke.backend.resource.ResourceVersion;
import org.tongke.backend.resource.Resources;
import org.tongke.backend.resource.Sharing;

/** Resources in the section "resource" of the schema. Of one that was taken back only a stub is told. */
@Controller
class ResourceController {
    /** The row that says where somebody may see resources. */
    static final String SEES = "Node.Resource";

    private static final String WITHDRAW = "Mutation.withdrawResource";

    private final Resources resources;
    private final Subjects subjects;
    private final Grades grades;
    private final Schools schools;
    private final StoredFiles files;
    private final WhoMay whoMay;
    private final ResourceWords words;

    ResourceController(
            Resources resources,
            Subjects subjects,
            Grades grades,
            Schools schools,
            StoredFiles files,
            WhoMay whoMay,
            ResourceWords words) {
        this.resources = resources;
        this.subjects = subjects;
        this.grades = grades;
        this.schools = schools;
        this.files = files;
        this.whoMay = whoMay;
        this.words = words;
    }

    @SchemaMapping
    String title(Resource resource) {
        return resource.facts().title();
    }

    @SchemaMapping
    @Nullable
    String description(Resource resource) {
        return resource.isCurrent() ? resource.facts().description() : null;
    }

    @SchemaMapping
    Optional<Subject> subject(Resource resource) {
        return Optional.ofNullable(resource.facts().subjectCode()).map(subjects::get);
    }

    @SchemaMapping("grades")
    List<Grade> gradesOf(Resource resource) {
        return resource.facts().gradeCodes().stream().map(grades::get).toList();
    }

    @SchemaMapping
    @Nullable
    SchoolStage stage(Resource resource) {
        return resource.facts().stage();
    }

    @SchemaMapping
    Licence licence(Resource resource) {
        return resource.facts().licence();
    }

    @SchemaMapping
    ResourceKind kind(Resource resource) {
        return resource.version().content().kind();
    }

    @BatchMapping
    Map<Resource, School> school(List<Resource> resources) {
        var found = schools.findAll(
                resources.stream().map(resource -> resource.owner().schoolId()).collect(Collectors.toSet()),
                Scope.EVERYWHERE);
        var each = new HashMap<Resource, School>();
        for (var resource : resources) {
            var school = found.get(resource.owner().schoolId());
            if (school != null) {
                each.put(resource, school);
            }
        }
        return each;
    }

    @SchemaMapping
    Optional<String> centre(Resource resource, Locale locale) {
        return resource.owner().centre().map(_ -> words.centre(resource.owner(), locale));
    }

    @SchemaMapping
    String sharedBy(Resource resource) {
        return resource.owner().name();
    }

    @SchemaMapping
    String id(ResourceGroup group) {
        return group.globalId();
    }

    @SchemaMapping
    boolean county(ResourceGroup group) {
        return group.isCounty();
    }

    @SchemaMapping
    @Nullable
    NumberedVersion version(Resource resource) {
        return resource.isCurrent()
                ? new NumberedVersion(resource, resource.versions().size())
                : null;
    }

    @SchemaMapping
    List<NumberedVersion> versions(Resource resource) {
        return resource.isCurrent()
                ? IntStream.iterate(resource.versions().size(), number -> number > 0, number -> number - 1)
                        .mapToObj(number -> new NumberedVersion(resource, number))
                        .toList()
                : List.of();
    }

    /** Whoever sees the resource sees its files: they are handed out at the places by which that is so. */
    @BatchMapping(typeName = "ResourceVersion")
    Map<NumberedVersion, StoredFile> file(List<NumberedVersion> versions, @ContextValue Viewer viewer) {
        var ids = versions.stream().flatMap(NumberedVersion::fileId).collect(Collectors.toSet());
        var found = files.findAll(ids, Scope.EVERYWHERE);
        var places = resources.placesOf(
                versions.stream().map(NumberedVersion::resource).toList(),
                viewer,
                whoMay.permission(SEES, viewer).scope());
        var each = new HashMap<NumberedVersion, StoredFile>();
        for (var version : versions) {
            version.fileId()
                    .flatMap(id -> Stream.ofNullable(found.get(id)))
                    .forEach(file -> each.put(
                            version,
                            file.as(new FileHolder.Held(
                                    version.version().content().name(),
                                    places.getOrDefault(version.resource().id(), List.of())))));
        }
        return each;
    }

    @SchemaMapping
    List<ResourceChange> history(Resource resource) {
        return resource.isCurrent() ? resource.history() : List.of();
    }

    @SchemaMapping
    List<ResourceWords.Field> fields(ResourceChange change, Locale locale) {
        return change.fields().stream().map(field -> words.field(field, locale)).toList();
    }

    @SchemaMapping
    boolean viewerCanEdit(Resource resource, Viewer viewer) {
        return resource.isCurrent() && Sharing.mayEdit(resource, viewer);
    }

    @SchemaMapping
    boolean viewerCanWithdraw(Resource resource, Viewer viewer) {
        return resource.isCurrent()
                && Sharing.mayWithdraw(
                        resource, viewer, whoMay.permission(WITHDRAW, viewer).scope());
    }

    @Bean
    static NodeFinder resourceNodes(Resources resources) {
        return NodeFinder.of(Resource.class, resources::find);
    }

    /**
     * The type {@code ResourceVersion} of the schema.
     *
     * @param number its number among the versions, from 1
     */
    record NumberedVersion(Resource resource, int number) {
        ResourceVersion version() {
            return resource.versions().get(number - 1);
        }

        public Instant addedAt() {
            return version().addedAt();
        }

        public @Nullable String note() {
            return version().note();
        }

        public String name() {
            return version().content().name();
        }

        public ResourceKind kind() {
            return version().content().kind();
        }

        public @Nullable String url() {
            return version().content() instanceof ResourceContent.Link link ? link.url() : null;
        }

        Stream<String> fileId() {
            return version().content() instanceof ResourceContent.OfFile file
                    ? Stream.of(file.fileId())
                    : Stream.empty();
        }
    }
}
