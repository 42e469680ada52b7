package org.tongke.backend.activity;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.value.Values;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.programme.Wording;

/**
 * The kinds of activities: those of the product, and what administrators made of them and added. They are held in memory, so that
 * asking costs no round trip; what another backend writes is known here after five seconds at most.
 */
@Component
public class ActivityKinds implements SmartLifecycle {
    /** Name of the collection whose facts the kinds are. */
    public static final String COLLECTION = KindStore.COLLECTION;

    /** How many kinds there can be. */
    public static final int MOST = 50;

    private static final Logger LOG = LoggerFactory.getLogger(ActivityKinds.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private static final Origin BY_PRODUCT = Origin.system("product");
    private static final int LONGEST_NAME = 50;

    private final KindStore store;
    private final Clock clock;
    private final List<String> order;
    private volatile List<ActivityKind> inOrder = List.of();
    private volatile @Nullable Thread looking;

    ActivityKinds(KindStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        var product = ProductKinds.read();
        order = product.stream().map(ActivityKind::code).toList();
        var stored = store.list();
        product.forEach(kind -> seed(kind, stored));
        look();
    }

    /** What the product brings goes in where nobody else has written. Several backends may do so at once. */
    private void seed(ActivityKind kind, List<KindStore.Stored> all) {
        var stored = all.stream()
                .filter(known -> known.kind().code().equals(kind.code()))
                .findFirst();
        var isEdited = stored.filter(known -> !known.by().equals(BY_PRODUCT)).isPresent();
        var before = stored.map(KindStore.Stored::kind).orElse(null);
        if (!isEdited && (before == null || !before.saysTheSameAs(kind))) {
            var after = before == null ? kind : kind.withRevision(before.revision() + 1);
            store.put(after, BY_PRODUCT, clock.instant(), changes(before, after));
        }
    }

    /** Reads the kinds as they stand now: for who was told that one was written. Everybody else sees it within seconds. */
    public void look() {
        inOrder = store.list().stream()
                .map(KindStore.Stored::kind)
                .sorted(Comparator.comparingInt((ActivityKind kind) ->
                                order.contains(kind.code()) ? order.indexOf(kind.code()) : order.size())
                        .thenComparing(ActivityKind::code))
                .toList();
    }

    /** All kinds: those of the product first. */
    public List<ActivityKind> list() {
        return inOrder;
    }

    /** The kind with a code. */
    public Optional<ActivityKind> find(String code) {
        return inOrder.stream().filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** The kind with a code. Throws if there is none. */
    public ActivityKind get(String code) {
        return find(code).orElseThrow(() -> new NoSuchElementException("no kind of activity " + code));
    }

    /**
     * Adds a kind, or changes one. Saying the same again changes nothing, whatever revision is expected.
     *
     * @param said the kind as it is to be
     * @param expectedRevision the revision that was read; empty for a new one
     * @param viewer the administrator
     * @return the kind afterwards
     * @throws RefusedException MALFORMED, REQUIRED, TOO_LONG, KIND_SCHEMA_INVALID, OUT_OF_RANGE, REVISION_STALE
     */
    public ActivityKind put(SaidKind said, Optional<Long> expectedRevision, Viewer viewer) {
        var kind = read(said);
        var before = store.find(kind.code()).orElse(null);
        if (before == null || !before.saysTheSameAs(kind)) {
            if (before == null && inOrder.size() >= MOST) {
                throw new RefusedException(Refusal.of(ErrorCode.OUT_OF_RANGE, List.of("code"), 0, MOST));
            }
            var standing = before == null ? 0L : before.revision();
            var after = kind.withRevision(standing + 1);
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            if (expectedRevision.orElse(0L) != standing
                    || !store.put(after, Origin.of(viewer), now, changes(before, after))) {
                throw new RefusedException(Refusal.of(ErrorCode.REVISION_STALE, List.of("expectedRevision")));
            }
        }
        look();
        return get(kind.code());
    }

    private static ActivityKind read(SaidKind said) {
        if (!CODE.matcher(said.code()).matches()) {
            throw Values.malformed("code", said.code(), "KIND");
        }
        var name = new Wording(
                Values.text("nameZh", said.nameZh(), LONGEST_NAME), Values.text("nameEn", said.nameEn(), LONGEST_NAME));
        var schema = said.attributesSchema();
        return new ActivityKind(
                said.code(), name, said.subjectRequired(), schema == null ? AttributeSchema.NONE : schema(schema), 1);
    }

    private static AttributeSchema schema(String json) {
        try {
            return AttributeSchema.parse(json);
        } catch (IllegalArgumentException wrong) {
            throw new RefusedException(Refusal.of(
                    ErrorCode.KIND_SCHEMA_INVALID, List.of("attributesSchema"), String.valueOf(wrong.getMessage())));
        }
    }

    private static List<FieldChange> changes(@Nullable ActivityKind before, ActivityKind after) {
        if (before == null) {
            return List.of();
        }
        var changes = new ArrayList<FieldChange>();
        changes.add(new FieldChange("zh", before.name().zh(), after.name().zh()));
        changes.add(new FieldChange("en", before.name().en(), after.name().en()));
        changes.add(new FieldChange(
                "subjectRequired",
                Boolean.toString(before.subjectRequired()),
                Boolean.toString(after.subjectRequired())));
        changes.add(new FieldChange(
                "schema", before.attributes().text(), after.attributes().text()));
        return changes.stream()
                .filter(change -> !String.valueOf(change.before()).equals(change.after()))
                .toList();
    }

    /**
     * A kind as an administrator writes it.
     *
     * @param attributesSchema JSON Schema of its attributes; null if it has none
     */
    public record SaidKind(
            String code,
            String nameZh,
            String nameEn,
            boolean subjectRequired,
            @Nullable String attributesSchema) {}

    @Override
    public void start() {
        looking = Thread.ofVirtual().name("activity-kinds").start(this::lookOn);
    }

    private void lookOn() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(BETWEEN_LOOKS);
                look();
            } catch (InterruptedException stopped) {
                return;
            } catch (MongoException storeAway) {
                LOG.debug("The kinds could not be read; next try in {}", BETWEEN_LOOKS, storeAway);
            }
        }
    }

    @Override
    public void stop() {
        var thread = looking;
        if (thread != null) {
            thread.interrupt();
        }
        looking = null;
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }
}
