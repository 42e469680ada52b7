package org.tongke.frontend.verification.review;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Live;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.contract.types.CommunityProgress;
import org.tongke.frontend.contract.types.DecisionOutcome;
import org.tongke.frontend.contract.types.Region;
import org.tongke.frontend.contract.types.RegionProgress;
import org.tongke.frontend.contract.types.SentBackItemInput;
import org.tongke.frontend.contract.types.UserError;

/** 核验: the queue of the county, or one community of it. Community and item stand in the address. */
@Route("review/:community?")
@RolesAllowed("COUNTY_OFFICER")
public final class ReviewView extends Page implements BeforeEnterObserver {
    private static final String ITEM = "item";

    private final Reviews reviews;
    private final ReviewQueue queue = new ReviewQueue(this::askToPass);
    private final ManyDone done = new ManyDone();
    private final Div alerts = new Div();
    private String office = "";

    public ReviewView(Reviews reviews) {
        this.reviews = reviews;
        alerts.addClassName("tkf-alerts");
        alerts.getElement().setAttribute("role", "alert");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        office = SignedIn.current().flatMap(SignedIn::office).orElseThrow(NotFoundException::new);
        clear();
        alerts.removeAll();
        var chosen = event.getRouteParameters().get("community").map(Links::decode);
        if (chosen.isPresent()) {
            var item = event.getLocation()
                    .getQueryParameters()
                    .getSingleParameter(ITEM)
                    .orElse("");
            show(chosen.get(), item);
        } else {
            showQueue();
        }
    }

    private void showQueue() {
        var region = reviews.findQueue(office).orElseThrow(NotFoundException::new);
        title(text("verification.review.title"));
        above(new Div());
        done.removeAll();
        queue.forget();
        add(done, queue, new Live("progress", this::lookAgain));
        show(region);
    }

    private void lookAgain() {
        reviews.findQueue(office).ifPresent(this::show);
    }

    private void askToPass(List<CommunityProgress> chosen) {
        new PassManyDialog(chosen, () -> pass(chosen)).open();
    }

    private void pass(List<CommunityProgress> chosen) {
        var all = named(chosen, reviews.passAll(chosen));
        queue.forget();
        lookAgain();
        done.passed(
                all, () -> takeBack(all.stream().filter(ManyDone.Named::isDone).toList()));
    }

    private void takeBack(List<ManyDone.Named> passed) {
        var outcomes = reviews.withdrawAll(
                passed.stream().map(ManyDone.Named::outcome).toList(), text("verification.review.undo"));
        done.undone(IntStream.range(0, passed.size())
                .mapToObj(index -> new ManyDone.Named(passed.get(index).name(), outcomes.get(index)))
                .toList());
        queue.forget();
        lookAgain();
    }

    private static List<ManyDone.Named> named(List<CommunityProgress> chosen, List<DecisionOutcome> outcomes) {
        return IntStream.range(0, chosen.size())
                .mapToObj(index ->
                        new ManyDone.Named(chosen.get(index).getCommunity().getName(), outcomes.get(index)))
                .toList();
    }

    private void show(Region region) {
        var progress = region.getProgress();
        if (progress != null) {
            line(waiting(progress) + " · " + Formats.asOf(progress.getAsOf()));
        }
        queue.show(region);
    }

    private static String waiting(RegionProgress progress) {
        if (progress.getWaitingCount() == 0) {
            return text("verification.review.none");
        }
        return progress.getResubmittedCount() == 0
                ? text("verification.review.waiting", progress.getWaitingCount())
                : text("verification.review.waiting.again", progress.getWaitingCount(), progress.getResubmittedCount());
    }

    private void show(String communityId, String item) {
        var seen = reviews.findCase(communityId, office).orElseThrow(NotFoundException::new);
        var place = seen.queue().indexOf(communityId);
        title(seen.community().getName());
        line(
                place < 0
                        ? text("verification.review.notWaiting")
                        : text(
                                "verification.review.place",
                                place + 1,
                                seen.queue().size()));
        above(Links.to("/review", text("verification.review.back")));
        add(alerts, new ReviewDesk(seen, item, new DeskActs(seen)), new Ahead(() -> pictures(seen)));
    }

    /** The other pictures of this community, then those of the next one. */
    private List<String> pictures(Reviews.Case seen) {
        var all = new ArrayList<>(seen.thumbnails());
        seen.findNext().map(reviews::listThumbnails).ifPresent(all::addAll);
        return all;
    }

    /** What is done with one community. */
    private final class DeskActs implements ReviewDesk.Acts {
        private final Reviews.Case seen;

        DeskActs(Reviews.Case seen) {
            this.seen = seen;
        }

        private String id() {
            return seen.community().getId();
        }

        @Override
        public void pass() {
            try {
                reviews.pass(seen);
            } catch (RefusedException refused) {
                tell(refused, id());
                return;
            }
            offerUndo("verification.review.passed");
            next();
        }

        @Override
        public void sendBack(List<SentBackItemInput> items) {
            try {
                reviews.sendBack(seen, items);
            } catch (RefusedException refused) {
                tell(refused, id());
                return;
            }
            offerUndo("verification.review.sentBack");
            next();
        }

        private void offerUndo(String words) {
            var revision = seen.finding().getRevision() + 1;
            var id = id();
            Toast.undo(text(words, seen.community().getName()), () -> {
                try {
                    reviews.withdraw(id, revision, text("verification.review.undo"));
                } catch (RefusedException refused) {
                    Toast.show(refused.words());
                    return;
                }
                go(Optional.of(id));
            });
        }

        @Override
        public void withdraw() {
            new WithdrawDialog(seen.community().getName(), reason -> {
                        reviews.withdraw(id(), seen.finding().getRevision(), reason);
                        go(Optional.of(id()));
                    })
                    .open();
        }

        @Override
        public void next() {
            go(seen.findNext());
        }

        @Override
        public void stoppedAt(String key) {
            getUI().ifPresent(ui -> ui.getPage()
                    .getHistory()
                    .replaceState(null, "review/" + Links.encode(id()) + "?" + ITEM + "=" + Links.encode(key)));
        }
    }

    private static void go(Optional<String> communityId) {
        var path = communityId.map(id -> "review/" + Links.encode(id)).orElse("review");
        UI.getCurrent().navigate(path);
        // the same page again, with what has become of it
        UI.getCurrent().refreshCurrentRoute(false);
    }

    /** Says why nothing was done, and shows what stands there now. */
    private void tell(RefusedException refused, String communityId) {
        clear();
        alerts.removeAll();
        refused.errors().stream().map(UserError::getMessage).map(Paragraph::new).forEach(alerts::add);
        show(communityId, "");
    }
}
