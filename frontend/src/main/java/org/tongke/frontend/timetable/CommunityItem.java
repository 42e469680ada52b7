package org.tongke.frontend.timetable;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.community.CommunityWords;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.contract.types.Community;
import org.tongke.frontend.contract.types.FollowPreview;

/** A community to follow: its schools, what following it brings, and its next lessons when they are asked for. */
final class CommunityItem extends ListItem {
    private final Following following;

    /**
     * @param preview what following brings; null for people who have no timetable
     */
    CommunityItem(Community community, @Nullable FollowPreview preview, Following following) {
        this.following = following;
        addClassName("tkf-card");
        var kind = new Paragraph(CommunityWords.kind(community));
        kind.addClassName("tkf-soft");
        add(
                new Div(new H2(Links.to("/communities/" + Links.encode(community.getId()), community.getName())), kind),
                new Paragraph(CommunityWords.schools(community)));
        if (preview != null) {
            var words = new Paragraph(preview.getWords());
            words.addClassName("tkf-words");
            var act = new Row(words, new FollowButton(following, preview));
            act.addClassName("tkf-apart");
            add(act, next(community));
        }
    }

    private NativeDetails next(Community community) {
        var details = new NativeDetails(text("timetable.next"));
        details.addToggleListener(toggle -> {
            if (toggle.isOpened() && details.getContent() == null) {
                details.setContent(following
                        .findPreview(community.getId())
                        .filter(preview -> !preview.getNext().isEmpty())
                        .<Component>map(preview -> new LessonList(preview.getNext()))
                        .orElseGet(() -> new Paragraph(text("timetable.next.none"))));
            }
        });
        return details;
    }
}
