package org.tongke.backend.resource;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.mongo.Values;
import org.tongke.backend.base.text.TextTokens;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.directory.SchoolStage;
import org.tongke.backend.file.inspection.MediaType;

/** A resource as it is stored, without what makes it a fact. */
final class ResourceDocument {
    static final String ID = "_id";
    static final String ACCOUNT = "owner.account";
    static final String SCHOOL = "owner.school";
    static final String SUBJECT = "subject";
    static final String GRADES = "grades";
    static final String STAGE = "stage";
    static final String KIND = "kind";
    static final String SHARED_AT = "sharedAt";
    static final String STATE = "state";
    /** Keys of all who may see it. */
    static final String AUDIENCE = "audience";
    /** The same as long as it can be used; of a stub nothing, so that no list has it. */
    static final String LISTED = "listed";
    /** Tokens of its words as long as it can be used. */
    static final String TOKENS = "tokens";
    /** Raw ids of the files of its versions as long as it can be used. */
    static final String FILES = "files";
    /** What resources have in common that are alike in all facets. */
    static final String ALIKE = "alike";
    /** How often it is used, by mode of the users' communities. Derived, and no part of the fact. */
    static final String USES = "uses";

    static final String VERSIONS = "versions";
    static final String FILE = "file";
    static final String SIZE_BYTES = "sizeBytes";
    static final String VERSION_ID = "id";

    private static final String OWNER = "owner";
    private static final String TITLE = "title";
    private static final String DESCRIPTION = "description";
    private static final String LICENCE = "licence";
    private static final String GROUPS = "groups";
    private static final String KEY = "key";
    private static final String NAME = "name";
    private static final String URL = "url";
    private static final String VIDEO = "video";
    private static final String MEDIA_TYPE = "mediaType";
    private static final String NOTE = "note";
    private static final String ADDED_AT = "addedAt";
    private static final String WITHDRAWAL = "withdrawal";
    private static final String BY = "by";
    private static final String AT = "at";
    private static final String REASON = "reason";
    private static final String VERSION = "version";

    /** What the history tells. */
    private static final List<String> SHOWN =
            List.of(TITLE, DESCRIPTION, SUBJECT, GRADES, STAGE, LICENCE, GROUPS, VERSION, STATE, REASON);

    private ResourceDocument() {}

    /** @param words texts by which it is found */
    static Document write(Resource resource, Collection<String> words) {
        var isCurrent = resource.isCurrent();
        var withdrawal = resource.withdrawal();
        return facts(resource.facts())
                .append(OWNER, owner(resource.owner()))
                .append(GROUPS, Values.documents(resource.groups(), ResourceDocument::group))
                .append(VERSIONS, Values.documents(resource.versions(), ResourceDocument::version))
                .append(KIND, resource.version().content().kind().name())
                .append(SHARED_AT, Date.from(resource.sharedAt()))
                .append(STATE, resource.state().name())
                .append(
                        WITHDRAWAL,
                        withdrawal == null
                                ? null
                                : new Document(BY, withdrawal.by())
                                        .append(AT, Date.from(withdrawal.at()))
                                        .append(REASON, withdrawal.reason()))
                .append(Scope.PLACES, List.copyOf(resource.places()))
                .append(AUDIENCE, List.copyOf(resource.audience()))
                .append(LISTED, isCurrent ? List.copyOf(resource.audience()) : List.of())
                .append(TOKENS, isCurrent ? List.copyOf(TextTokens.of(words)) : List.of())
                .append(FILES, isCurrent ? files(resource) : List.of())
                .append(ALIKE, ResourceTally.keyOf(resource));
    }

    private static List<String> files(Resource resource) {
        return resource.versions().stream()
                .flatMap(version -> version.content() instanceof ResourceContent.OfFile file
                        ? Stream.of(file.fileId())
                        : Stream.empty())
                .distinct()
                .toList();
    }

    static Document facts(ResourceFacts facts) {
        var stage = facts.stage();
        return new Document(TITLE, facts.title())
                .append(DESCRIPTION, facts.description())
                .append(SUBJECT, facts.subjectCode())
                .append(GRADES, facts.gradeCodes())
                .append(STAGE, stage == null ? null : stage.name())
                .append(LICENCE, facts.licence().name());
    }

    static ResourceFacts readFacts(Document stored) {
        var stage = stored.getString(STAGE);
        return new ResourceFacts(
                stored.getString(TITLE),
                stored.getString(DESCRIPTION),
                stored.getString(SUBJECT),
                stored.getList(GRADES, String.class),
                stage == null ? null : SchoolStage.valueOf(stage),
                Licence.valueOf(stored.getString(LICENCE)));
    }

    static Document draft(ResourceDraft draft) {
        return facts(draft.facts())
                .append(OWNER, owner(draft.owner()))
                .append(GROUPS, Values.documents(draft.groups(), ResourceDocument::group))
                .append(Scope.PLACES, List.copyOf(draft.places()));
    }

    static ResourceDraft readDraft(Document stored) {
        return new ResourceDraft(
                readOwner(stored.get(OWNER, Document.class)),
                readFacts(stored),
                Values.list(stored, GROUPS, ResourceDocument::readGroup),
                stored.getList(Scope.PLACES, String.class));
    }

    private static Document owner(ResourceOwner owner) {
        return new Document("account", owner.accountId())
                .append(NAME, owner.name())
                .append("school", owner.schoolId())
                .append("schoolName", owner.schoolName())
                .append("county", owner.countyCode());
    }

    private static ResourceOwner readOwner(Document stored) {
        return new ResourceOwner(
                stored.getString("account"),
                stored.getString(NAME),
                stored.getString("school"),
                stored.getString("schoolName"),
                stored.getString("county"));
    }

    private static Document group(ResourceGroup group) {
        return new Document(KEY, group.key()).append(NAME, group.name());
    }

    private static ResourceGroup readGroup(Document stored) {
        return new ResourceGroup(stored.getString(KEY), stored.getString(NAME));
    }

    private static Document version(ResourceVersion version) {
        var said = new Document(VERSION_ID, version.id())
                .append(NOTE, version.note())
                .append(ADDED_AT, Date.from(version.addedAt()));
        return switch (version.content()) {
            case ResourceContent.OfFile file ->
                said.append(FILE, file.fileId())
                        .append(NAME, file.name())
                        .append(MEDIA_TYPE, file.mediaType().name())
                        .append(SIZE_BYTES, file.sizeBytes());
            case ResourceContent.Link link -> said.append(URL, link.url()).append(VIDEO, link.video());
        };
    }

    private static ResourceVersion readVersion(Document stored) {
        var url = stored.getString(URL);
        var content = url != null
                ? new ResourceContent.Link(url, stored.getBoolean(VIDEO))
                : new ResourceContent.OfFile(
                        stored.getString(FILE),
                        stored.getString(NAME),
                        MediaType.valueOf(stored.getString(MEDIA_TYPE)),
                        stored.get(SIZE_BYTES, Number.class).longValue());
        return new ResourceVersion(
                stored.getString(VERSION_ID), content, stored.getString(NOTE), Values.instant(stored, ADDED_AT));
    }

    static Resource read(Document stored) {
        var withdrawal = stored.get(WITHDRAWAL, Document.class);
        return new Resource(
                stored.getString(ID),
                Fact.revisionOf(stored),
                readOwner(stored.get(OWNER, Document.class)),
                readFacts(stored),
                Values.list(stored, GROUPS, ResourceDocument::readGroup),
                Values.list(stored, VERSIONS, ResourceDocument::readVersion),
                Values.instant(stored, SHARED_AT),
                withdrawal == null
                        ? null
                        : new Withdrawal(
                                withdrawal.getString(BY), Values.instant(withdrawal, AT), withdrawal.getString(REASON)),
                Values.list(stored, Fact.CHANGES, ResourceDocument::change).reversed(),
                stored.getList(Scope.PLACES, String.class));
    }

    private static ResourceChange change(Document stored) {
        return new ResourceChange(
                Fact.revisionOf(stored),
                Values.instant(stored, Fact.RECORDED_AT),
                Origin.from(stored.get(Fact.BY, Document.class)).name(),
                Values.list(stored, "fields", FieldChange::from));
    }

    /** What one state says otherwise than another, in words of now: names change, history does not. */
    static List<FieldChange> between(Resource before, Resource after) {
        return FieldChange.between(words(before), words(after), SHOWN);
    }

    private static Document words(Resource resource) {
        var withdrawal = resource.withdrawal();
        var newest = resource.version();
        var called = newest.content().name();
        return facts(resource.facts())
                .append(
                        GROUPS,
                        resource.groups().stream().map(ResourceGroup::name).toList())
                .append(VERSION, newest.note() == null ? called : called + "：" + newest.note())
                .append(STATE, resource.state().name())
                .append(REASON, withdrawal == null ? null : withdrawal.reason());
    }
}
