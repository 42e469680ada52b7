package org.tongke.frontend.timetable;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.contract.types.FollowPreview;

/** Follows a channel or stops it; either can be undone from the toast. */
public final class FollowButton extends Button {
    private final Following following;
    private FollowPreview preview;

    /**
     * @param preview the channel as it stands now
     */
    public FollowButton(Following following, FollowPreview preview) {
        this.following = following;
        this.preview = preview;
        Taps.act(this, () -> turn(true));
        show(preview);
    }

    private void turn(boolean offerUndo) {
        var name = preview.getChannel().getName();
        try {
            show(
                    preview.getFollowed()
                            ? following.unfollow(preview.getChannel().getId())
                            : following.follow(preview.getChannel().getId()));
        } catch (RefusedException refused) {
            Toast.show(refused.words());
            return;
        }
        if (offerUndo) {
            Toast.undo(
                    preview.getFollowed()
                            ? text("timetable.followed.now", name, preview.getWords())
                            : text("timetable.unfollowed", name),
                    () -> turn(false));
        }
    }

    private void show(FollowPreview now) {
        preview = now;
        var name = now.getChannel().getName();
        setText(text(now.getFollowed() ? "timetable.unfollow" : "timetable.follow"));
        setAriaLabel(text(now.getFollowed() ? "timetable.unfollow.of" : "timetable.follow.of", name));
        getElement().getThemeList().set("primary", !now.getFollowed());
    }
}
