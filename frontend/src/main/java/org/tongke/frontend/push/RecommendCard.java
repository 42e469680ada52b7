package org.tongke.frontend.push;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.ReasonDialog;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.contract.types.Recommendation;
import org.tongke.frontend.contract.types.RecommendationState;
import org.tongke.frontend.contract.types.Resource;

/** At a resource: that it was recommended to a resource centre and what that said, and the way to recommend it. */
public final class RecommendCard extends Section {
    private RecommendCard(
            Recommendations recommendations, Resource resource, List<Recommendation> made, Consumer<String> done) {
        addClassName("tkf-card");
        add(new H2(text("push.recommend.card")));
        if (!made.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("tkf-lines");
            made.forEach(one -> list.add(item(one)));
            add(list);
        }
        if (mayRecommend(resource, made)) {
            var button = new Button(text(made.isEmpty() ? "push.recommend" : "push.recommend.again"));
            Taps.act(button, () -> dialog(recommendations, resource, done).open());
            add(new Row(button));
        }
    }

    /**
     * The card of a resource; empty where nothing was recommended that the person sees, and nothing can be.
     *
     * @param resource with its recommendations
     * @param done called with what to say when it was recommended
     */
    public static Optional<RecommendCard> of(
            Recommendations recommendations, Resource resource, Consumer<String> done) {
        var made = Objects.requireNonNullElse(resource.getRecommendations(), List.<Recommendation>of());
        return made.isEmpty() && !resource.getViewerCanRecommend()
                ? Optional.empty()
                : Optional.of(new RecommendCard(recommendations, resource, made, done));
    }

    /** Whether one of a resource's recommendations lets a centre push it. */
    public static boolean isAccepted(Resource resource) {
        return Objects.requireNonNullElse(resource.getRecommendations(), List.<Recommendation>of()).stream()
                .anyMatch(one -> one.getState() == RecommendationState.ACCEPTED);
    }

    /** What waits or is accepted need not be recommended again. */
    private static boolean mayRecommend(Resource resource, List<Recommendation> made) {
        return resource.getViewerCanRecommend()
                && made.stream().allMatch(one -> one.getState() == RecommendationState.DECLINED);
    }

    private static ListItem item(Recommendation one) {
        var by = new Span(text("push.recommend.by", one.getRecommendedBy(), Formats.day(one.getRecommendedAt())));
        by.addClassName("tkf-soft");
        var words =
                new Div(new Span(text("push.recommend.centre", one.getCentre().getName())), by);
        words.addClassName("tkf-line-name");
        StateLine.decision(one).ifPresent(decision -> words.add(new Span(decision)));
        return new ListItem(words, StateLine.badge(one));
    }

    private static ReasonDialog dialog(Recommendations recommendations, Resource resource, Consumer<String> done) {
        var id = UUID.randomUUID();
        return new ReasonDialog(
                        text("push.recommend"), text("push.recommend.means"), text("push.recommend.yes"), note -> {
                            recommendations.recommend(id, resource, note);
                            done.accept(text("push.recommend.done"));
                        })
                .optional();
    }
}
