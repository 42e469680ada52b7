package org.tongke.frontend.timetable.find;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Answer;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.client.Question;
import org.tongke.frontend.component.Today;
import org.tongke.frontend.contract.types.ActivityConnection;
import org.tongke.frontend.contract.types.ActivityCounts;
import org.tongke.frontend.contract.types.ActivityEdge;
import org.tongke.frontend.contract.types.ActivityFilter;
import org.tongke.frontend.contract.types.Community;
import org.tongke.frontend.contract.types.FilterCount;
import org.tongke.frontend.contract.types.Node;
import org.tongke.frontend.contract.types.School;
import org.tongke.frontend.directory.Regions;
import org.tongke.frontend.timetable.find.Found.FoundPage;

/** Looks things up in the grand timetable: one request each time, a second one where an address named something that there is not. */
@Component
public class Finder {
    private static final int PAGE = 30;
    private static final String NAMED = "named";

    private final Backend backend;
    private final Regions regions;

    public Finder(Backend backend, Regions regions) {
        this.backend = backend;
        this.regions = regions;
    }

    /** The first lessons and all counts. Values that nothing is called are left out and told. */
    Found find(FindSearch wanted) {
        var ignored = new ArrayList<String>();
        var search = wanted;
        for (var code : wanted.of(FindFacet.REGION)) {
            if (regions.find(code).isEmpty()) {
                search = leaveOut(search, FindFacet.REGION, code, ignored);
            }
        }
        var found = ask(search, ignored);
        for (var unknown : unknown(search, found).entrySet()) {
            for (var value : unknown.getValue()) {
                search = leaveOut(search, unknown.getKey(), value, ignored);
            }
        }
        return search.equals(found.search()) ? found : ask(search, ignored);
    }

    private static FindSearch leaveOut(FindSearch search, FindFacet facet, String value, List<String> ignored) {
        ignored.add(FindAddress.part(facet.parameter(), value));
        return search.without(facet, value);
    }

    private Found ask(FindSearch search, List<String> ignored) {
        var named = named(search);
        var questions = new ArrayList<Question>();
        questions.add(FindQuestions.lessons(filter(search), PAGE, null));
        questions.add(FindQuestions.counts(filter(search)));
        for (var index = 0; index < named.size(); index++) {
            questions.add(FindQuestions.name(NAMED + index, named.get(index)));
        }
        var answer = backend.ask(questions.toArray(Question[]::new));
        return new Found(
                search,
                ignored,
                page(answer),
                answer.get("activityCounts", ActivityCounts.class),
                names(answer, named, search.of(FindFacet.SCHOOL).size()),
                Today.now());
    }

    /** Lessons after the ones that were found. */
    FoundPage findMore(FindSearch search, String after) {
        return page(backend.ask(FindQuestions.lessons(filter(search), PAGE, after)));
    }

    /** The first day after the window, within a month, on which there is such a lesson. */
    Optional<LocalDate> findNextDay(FindSearch search) {
        var after = search.window().to().plusDays(1);
        return FindWindow.find(after, after)
                .map(FindWindow::widest)
                .map(window -> page(backend.ask(FindQuestions.lessons(filter(search.in(window)), 1, null))))
                .flatMap(page -> page.lessons().stream().findFirst())
                .map(lesson -> lesson.getStartsAt().toLocalDate());
    }

    private static FoundPage page(Answer answer) {
        var connection = answer.get("activities", ActivityConnection.class);
        return new FoundPage(
                connection.getEdges().stream().map(ActivityEdge::getNode).toList(),
                connection.getPageInfo().getHasNextPage()
                        ? connection.getPageInfo().getEndCursor()
                        : null);
    }

    private ActivityFilter filter(FindSearch search) {
        return FindQuestions.filter(
                search, code -> regions.find(code).orElseThrow().id());
    }

    /** Ids of what has a name that the counts do not tell: schools, then communities. */
    private static List<String> named(FindSearch search) {
        var ids = new ArrayList<>(search.of(FindFacet.SCHOOL));
        ids.addAll(search.of(FindFacet.COMMUNITY));
        return ids;
    }

    private static Map<String, String> names(Answer answer, List<String> ids, int schools) {
        var names = new HashMap<String, String>();
        for (var index = 0; index < ids.size(); index++) {
            var name = name(answer.find(NAMED + index, Node.class).orElse(null), index < schools);
            if (name != null) {
                names.put(ids.get(index), name);
            }
        }
        return names;
    }

    /** The id of a school names no community, even if the address says so. */
    private static @Nullable String name(@Nullable Node node, boolean isSchool) {
        return switch (node) {
            case School school when isSchool -> school.getName();
            case Community community when !isSchool -> community.getName();
            case null, default -> null;
        };
    }

    /** Chosen values that the answer does not know: it names those that are chosen even if no lesson has them. */
    private static Map<FindFacet, List<String>> unknown(FindSearch search, Found found) {
        var counts = found.counts();
        var unknown = new LinkedHashMap<FindFacet, List<String>>();
        var known = Map.of(
                FindFacet.SUBJECT, counts.getSubjects(),
                FindFacet.GRADE, counts.getGrades(),
                FindFacet.KIND, counts.getKinds(),
                FindFacet.SUPPLIER, counts.getSuppliers());
        for (var facet : FindFacet.values()) {
            var list = known.get(facet);
            unknown.put(
                    facet,
                    search.of(facet).stream()
                            .filter(value -> switch (facet) {
                                case SCHOOL, COMMUNITY -> !found.names().containsKey(value);
                                default -> list != null && !holds(list, value);
                            })
                            .toList());
        }
        return unknown;
    }

    private static boolean holds(List<FilterCount> counts, String value) {
        return counts.stream().anyMatch(count -> count.getValue().equals(value));
    }
}
