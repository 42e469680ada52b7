package org.tongke.backend.resource;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.ChangePlace;
import org.tongke.backend.base.error.Phrase;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.timetable.notice.NoticeKind;
import org.tongke.backend.timetable.notice.NoticeSource;
import org.tongke.backend.timetable.notice.ResourceNews;

/** Tells who shares a resource what others say is wrong with it, and until when he or she is to see to it; not who says it. */
@Component
class ProblemNews implements NoticeSource {
    private final ProblemStore store;

    ProblemNews(ProblemStore store) {
        this.store = store;
    }

    /** One round trip. */
    @Override
    public List<ResourceNews> newsOf(Viewer viewer, Instant since) {
        return store.findReported(viewer.requireAccount(), since).stream()
                .map(ProblemNews::news)
                .toList();
    }

    private static ResourceNews news(ResourceProblem problem) {
        return new ResourceNews(
                new ChangePlace(problem.reportedAt(), "problem " + problem.id(), 1),
                NoticeKind.PROBLEM_REPORTED,
                null,
                problem.resourceId(),
                problem.title(),
                new Phrase("resource.problem." + problem.kind()),
                problem.text(),
                problem.dueAt());
    }

    @Override
    public Set<String> collections() {
        return Set.of(ProblemStore.COLLECTION);
    }

    @Override
    public Collection<String> touchesOf(Viewer viewer) {
        return List.of(ProblemStore.touchOf(viewer.requireAccount()));
    }
}
