package org.tongke.frontend.timetable;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Notice;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.contract.types.Channel;

/** What one's own timetable follows, each with the way to stop it and the way back. */
public final class FollowedList extends Section {
    private final Following following;
    private final H2 title = new H2(text("timetable.followed"));
    private final UnorderedList list = new UnorderedList();

    public FollowedList(Following following) {
        this.following = following;
        addClassName("tkf-card");
        list.addClassName("tkf-lines");
        title.getElement().setAttribute("tabindex", "-1");
        add(title);
        show();
    }

    private void show() {
        var channels = following.listFollowed();
        getChildren().skip(1).toList().forEach(this::remove);
        list.removeAll();
        channels.stream().map(this::line).forEach(list::add);
        if (channels.isEmpty()) {
            add(new Notice(
                    text("timetable.followed.none"),
                    text("timetable.followed.none.why"),
                    Links.button(Links.to(FindTabs.COMMUNITIES, text("timetable.communities.find")))));
        } else {
            add(list, Links.to(FindTabs.LESSONS, text("timetable.followed.more")));
        }
    }

    private ListItem line(Channel channel) {
        var stop = new Button(text("timetable.unfollow"));
        Taps.act(stop, () -> unfollow(channel));
        stop.setAriaLabel(text("timetable.unfollow.of", channel.getName()));
        return new ListItem(new Span(channel.getName()), stop);
    }

    private void unfollow(Channel channel) {
        following.unfollow(channel.getId());
        show();
        // The button that had the focus is gone.
        title.getElement().executeJs("this.focus()");
        Toast.undo(text("timetable.unfollowed", channel.getName()), () -> {
            following.follow(channel.getId());
            show();
        });
    }
}
