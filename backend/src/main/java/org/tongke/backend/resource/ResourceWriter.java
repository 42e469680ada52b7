package org.tongke.backend.resource;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.Subject;
import org.tongke.backend.activity.Subjects;
import org.tongke.backend.base.KillPoint;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.text.Sounds;

/** Writes resources down so that they are found: how their words sound is learnt before. Every write can be repeated. */
@Component
class ResourceWriter {
    static final int MOST_VERSIONS = 50;

    private final ResourceStore store;
    private final Subjects subjects;
    private final Sounds sounds;
    private final Clock clock;

    ResourceWriter(ResourceStore store, Subjects subjects, Sounds sounds, Clock clock) {
        this.store = store;
        this.subjects = subjects;
        this.sounds = sounds;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Writes a new resource, unless it is there. */
    void add(Resource resource, Origin by) {
        var words = learn(resource);
        KillPoint.reached("resource.words-learnt");
        store.write(resource, 1, words, List.of(), by, now());
        KillPoint.reached("resource.put");
    }

    /**
     * Adds a version, unless the resource has it.
     *
     * @throws RefusedException NOT_FOUND, RESOURCE_WITHDRAWN, OUT_OF_RANGE
     */
    void add(String resourceId, ResourceVersion version, Origin by, String... path) {
        while (true) {
            var before = store.find(resourceId)
                    .orElseThrow(() -> new RefusedException(Refusal.of(ErrorCode.NOT_FOUND, List.of(path))));
            if (before.hasVersion(version.id())) {
                return;
            }
            if (!before.isCurrent()) {
                throw new RefusedException(Refusal.of(ErrorCode.RESOURCE_WITHDRAWN, List.of(path)));
            }
            if (before.versions().size() >= MOST_VERSIONS) {
                throw new RefusedException(Refusal.of(ErrorCode.OUT_OF_RANGE, List.of(path), 1, MOST_VERSIONS));
            }
            if (replace(before, before.with(version), by)) {
                KillPoint.reached("resource.version-put");
                return;
            }
            // somebody else wrote it in between
        }
    }

    /** Writes the state that follows one that was read. Returns whether nobody else was faster. */
    boolean replace(Resource before, Resource after, Origin by) {
        return store.write(
                after, before.revision() + 1, learn(after), ResourceDocument.between(before, after), by, now());
    }

    private List<String> learn(Resource resource) {
        var words = words(resource);
        sounds.learn(words);
        return words;
    }

    /** Texts by which a resource is found. */
    private List<String> words(Resource resource) {
        var facts = resource.facts();
        var words = new ArrayList<>(
                List.of(facts.title(), resource.owner().name(), resource.owner().schoolName()));
        Optional.ofNullable(facts.description()).ifPresent(words::add);
        Optional.ofNullable(facts.subjectCode())
                .flatMap(subjects::find)
                .map(Subject::name)
                .ifPresent(name -> words.addAll(List.of(name.zh(), name.en())));
        if (resource.version().content() instanceof ResourceContent.OfFile file) {
            words.add(file.name());
        }
        return words;
    }
}
