package org.tongke.backend.publication;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.verification.AsOf;
import org.tongke.backend.verification.Progresses;

/** How the regions stand, for everybody: the same figures as officers see, remembered for a moment, since anybody can ask as often as he or she likes. */
@Component
public class PublicStandings {
    private final Programmes programmes;
    private final Progresses progresses;
    private final Regions regions;
    private final Clock clock;
    private final Cache<String, PublicStanding> remembered;

    PublicStandings(
            Programmes programmes,
            Progresses progresses,
            Regions regions,
            Clock clock,
            @Value("${tongke.publication.age:10s}") Duration age) {
        this.programmes = programmes;
        this.progresses = progresses;
        this.regions = regions;
        this.clock = clock;
        remembered = Caffeine.newBuilder().expireAfterWrite(age).build();
    }

    /**
     * The standing in a programme. Two round trips, or none.
     *
     * @param programmeCode short name of the programme; null for the current one
     * @return empty if there is no such programme
     */
    public Optional<PublicStanding> find(@Nullable String programmeCode) {
        return programme(programmeCode).map(programme -> remembered.get(programme.id(), _ -> look(programme)));
    }

    private Optional<Programme> programme(@Nullable String code) {
        return code == null
                ? Optional.of(programmes.current())
                : programmes.list().stream()
                        .filter(programme -> programme.code().equals(code))
                        .findFirst();
    }

    private PublicStanding look(Programme programme) {
        var now = clock.instant();
        var codes = regions.all().stream().map(Region::code).toList();
        var found = progresses.standings(programme, codes, AsOf.of(null, programme.zone(), now), Scope.EVERYWHERE);
        return PublicStanding.of(programme, found, Regions.PROVINCE, now);
    }
}
