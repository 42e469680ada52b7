package org.tongke.frontend.timetable.find;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.contract.client.CommunitiesGraphQLQuery;
import org.tongke.frontend.contract.client.CommunitiesProjectionRoot;
import org.tongke.frontend.contract.client.SchoolsGraphQLQuery;
import org.tongke.frontend.contract.client.SchoolsProjectionRoot;
import org.tongke.frontend.contract.types.CommunityConnection;
import org.tongke.frontend.contract.types.SchoolConnection;
import org.tongke.frontend.timetable.find.NamePicker.Named;

/** Schools and communities by what they are called: as written, in pinyin, or by initials. */
@Component
public class Names {
    private static final int MOST = 100;

    private final Backend backend;

    public Names(Backend backend) {
        this.backend = backend;
    }

    List<Named> listSchools(String words, int most) {
        var wanted = new SchoolsProjectionRoot<>();
        wanted.edges().node().id().name();
        var query = SchoolsGraphQLQuery.newRequest().name(words).first(Math.min(MOST, most));
        return backend.get(query.build(), wanted, SchoolConnection.class).getEdges().stream()
                .map(edge -> new Named(edge.getNode().getId(), edge.getNode().getName()))
                .toList();
    }

    List<Named> listCommunities(String words, int most) {
        var wanted = new CommunitiesProjectionRoot<>();
        wanted.edges().node().id().name();
        var query = CommunitiesGraphQLQuery.newRequest().mine(false).name(words).first(Math.min(MOST, most));
        return backend.get(query.build(), wanted, CommunityConnection.class).getEdges().stream()
                .map(edge -> new Named(edge.getNode().getId(), edge.getNode().getName()))
                .toList();
    }
}
