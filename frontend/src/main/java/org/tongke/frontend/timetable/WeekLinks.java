package org.tongke.frontend.timetable;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.contract.client.CloseWeekLinkGraphQLQuery;
import org.tongke.frontend.contract.client.CloseWeekLinkProjectionRoot;
import org.tongke.frontend.contract.client.OpenWeekLinkGraphQLQuery;
import org.tongke.frontend.contract.client.OpenWeekLinkProjectionRoot;
import org.tongke.frontend.contract.client.WeekLinkGraphQLQuery;
import org.tongke.frontend.contract.client.WeekLinkProjectionRoot;
import org.tongke.frontend.contract.types.CloseWeekLinkPayload;
import org.tongke.frontend.contract.types.OpenWeekLinkInput;
import org.tongke.frontend.contract.types.OpenWeekLinkPayload;
import org.tongke.frontend.contract.types.WeekLink;

/** The link to one's own week for people without an account. Every command can be repeated. */
@Component
public class WeekLinks {
    private final Backend backend;

    public WeekLinks(Backend backend) {
        this.backend = backend;
    }

    /** The link, with its address and its last day; empty as long as it is closed. */
    Optional<WeekLink> find() {
        var wanted = new WeekLinkProjectionRoot<>();
        wanted.url().lastDay();
        var query = WeekLinkGraphQLQuery.newRequest().build();
        return Optional.of(backend.get(query, wanted, WeekLink.class)).filter(link -> link.getUrl() != null);
    }

    /**
     * Opens the link until a day; one that is open keeps its address.
     *
     * @throws RefusedException for a day that is over or too far
     */
    void open(LocalDate lastDay) {
        var wanted = new OpenWeekLinkProjectionRoot<>();
        wanted.errors().path().message().code();
        var input = OpenWeekLinkInput.newBuilder().lastDay(lastDay).build();
        var command = OpenWeekLinkGraphQLQuery.newRequest().input(input).build();
        RefusedException.throwIfAny(
                backend.get(command, wanted, OpenWeekLinkPayload.class).getErrors());
    }

    /** Closes the link: its address is good for nothing any more. */
    void close() {
        var wanted = new CloseWeekLinkProjectionRoot<>();
        wanted.link().url();
        backend.get(CloseWeekLinkGraphQLQuery.newRequest().build(), wanted, CloseWeekLinkPayload.class);
    }
}
