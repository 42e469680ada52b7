package org.tongke.frontend.community;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.contract.client.ProgrammesGraphQLQuery;
import org.tongke.frontend.contract.client.ProgrammesProjectionRoot;
import org.tongke.frontend.contract.types.Programme;

/** The programmes to choose from, the newest first. The same for everybody, so kept for some minutes. */
@Component
public class Programmes {
    private static final Duration FRESH = Duration.ofMinutes(10);

    private record Kept(List<Programme> programmes, Instant since) {}

    private final Backend backend;
    private final InstantSource clock = InstantSource.system();
    private volatile @Nullable Kept kept;

    public Programmes(Backend backend) {
        this.backend = backend;
    }

    /** All of them, with id, code, name and whether it is a demonstration. */
    public List<Programme> list() {
        var now = clock.instant();
        var last = kept;
        if (last == null || last.since().plus(FRESH).isBefore(now)) {
            var wanted = new ProgrammesProjectionRoot<>();
            wanted.id().code().name().demo();
            last = new Kept(backend.list(ProgrammesGraphQLQuery.newRequest().build(), wanted, Programme.class), now);
            kept = last;
        }
        return last.programmes();
    }

    /** The one with a short name, as it stands in addresses. */
    public Optional<Programme> find(@Nullable String code) {
        return list().stream()
                .filter(programme -> programme.getCode().equals(code))
                .findFirst();
    }

    /** Id of the one with a short name, for questions; null for the current one and for a name that none has. */
    public @Nullable String idOf(@Nullable String code) {
        return find(code).map(Programme::getId).orElse(null);
    }
}
