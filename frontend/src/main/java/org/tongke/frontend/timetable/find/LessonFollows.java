package org.tongke.frontend.timetable.find;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.tongke.frontend.contract.types.Channel;
import org.tongke.frontend.contract.types.FollowPreview;
import org.tongke.frontend.timetable.FollowButton;
import org.tongke.frontend.timetable.Following;

/** What of a lesson can be followed, with what that brings. */
final class LessonFollows extends UnorderedList {
    /** A lesson of many schools has more; a sheet has not. */
    private static final int MOST = 20;

    LessonFollows(List<Channel> channels, Following following) {
        addClassName("tkf-lines");
        var ids = channels.stream().map(Channel::getId).limit(MOST).toList();
        var previews = following.findPreviews(ids);
        ids.stream()
                .filter(previews::containsKey)
                .map(previews::get)
                .map(preview -> line(preview, following))
                .forEach(this::add);
    }

    private static ListItem line(FollowPreview preview, Following following) {
        var words = new Span(preview.getWords());
        words.addClassName("tkf-soft");
        var name = new Div(new Span(preview.getChannel().getName()), words);
        name.addClassName("tkf-line-name");
        return new ListItem(name, new FollowButton(following, preview));
    }
}
