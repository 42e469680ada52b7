package org.tongke.frontend.timetable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.client.Question;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.contract.client.FollowChannelGraphQLQuery;
import org.tongke.frontend.contract.client.FollowChannelProjectionRoot;
import org.tongke.frontend.contract.client.FollowPreviewGraphQLQuery;
import org.tongke.frontend.contract.client.FollowPreviewProjectionRoot;
import org.tongke.frontend.contract.client.FollowedChannelsGraphQLQuery;
import org.tongke.frontend.contract.client.FollowedChannelsProjectionRoot;
import org.tongke.frontend.contract.client.UnfollowChannelGraphQLQuery;
import org.tongke.frontend.contract.client.UnfollowChannelProjectionRoot;
import org.tongke.frontend.contract.types.Channel;
import org.tongke.frontend.contract.types.FollowChannelInput;
import org.tongke.frontend.contract.types.FollowChannelPayload;
import org.tongke.frontend.contract.types.FollowPreview;

/** What one's own timetable follows, and what following something would bring. Commands throw {@link RefusedException}. */
@Component
public class Following {
    private final Backend backend;

    public Following(Backend backend) {
        this.backend = backend;
    }

    /** Channels that are followed, in the order in which they were added. */
    public List<Channel> listFollowed() {
        var wanted = new FollowedChannelsProjectionRoot<>();
        wanted.id().name();
        return backend.list(FollowedChannelsGraphQLQuery.newRequest().build(), wanted, Channel.class);
    }

    /** What following these channels would bring, by their ids and without the next activities, in one request. */
    public Map<String, FollowPreview> findPreviews(List<String> channelIds) {
        var previews = new HashMap<String, FollowPreview>();
        if (!channelIds.isEmpty()) {
            var answer = backend.ask(IntStream.range(0, channelIds.size())
                    .mapToObj(index -> briefly(name(index), channelIds.get(index)))
                    .toArray(Question[]::new));
            for (var index = 0; index < channelIds.size(); index++) {
                var id = channelIds.get(index);
                answer.find(name(index), FollowPreview.class).ifPresent(preview -> previews.put(id, preview));
            }
        }
        return Map.copyOf(previews);
    }

    /** What following a channel would bring, with the next activities; empty if there is no such channel. */
    public Optional<FollowPreview> findPreview(String channelId) {
        var wanted = new FollowPreviewProjectionRoot<>();
        wanted.followed().nextWeek().words().channel().id().name();
        var next = wanted.next().id().title().startsAt().endsAt();
        next.state();
        next.subject().code().name();
        next.schools().name();
        return backend.find(
                FollowPreviewGraphQLQuery.newRequest().channelId(channelId).build(), wanted, FollowPreview.class);
    }

    /** Adds a channel to one's own timetable; repeating it changes nothing. */
    public FollowPreview follow(String channelId) {
        var wanted = new FollowChannelProjectionRoot<>();
        wanted.preview().followed().nextWeek().words().channel().id().name();
        wanted.errors().path().message().code();
        var command = FollowChannelGraphQLQuery.newRequest()
                .input(FollowChannelInput.newBuilder().channelId(channelId).build())
                .build();
        return settled(backend.get(command, wanted, FollowChannelPayload.class));
    }

    /** Takes a channel out of one's own timetable; repeating it changes nothing. */
    public FollowPreview unfollow(String channelId) {
        var wanted = new UnfollowChannelProjectionRoot<>();
        wanted.preview().followed().nextWeek().words().channel().id().name();
        wanted.errors().path().message().code();
        var command = UnfollowChannelGraphQLQuery.newRequest()
                .input(FollowChannelInput.newBuilder().channelId(channelId).build())
                .build();
        return settled(backend.get(command, wanted, FollowChannelPayload.class));
    }

    private static FollowPreview settled(FollowChannelPayload payload) {
        RefusedException.throwIfAny(payload.getErrors());
        return payload.getPreview();
    }

    private static String name(int index) {
        return "preview" + index;
    }

    private static Question briefly(String name, String channelId) {
        var wanted = new FollowPreviewProjectionRoot<>();
        wanted.followed().nextWeek().words().channel().id().name();
        var query = FollowPreviewGraphQLQuery.newRequest().channelId(channelId).build();
        return new Question(name, query, wanted);
    }
}
