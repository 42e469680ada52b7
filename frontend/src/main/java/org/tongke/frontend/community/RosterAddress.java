package org.tongke.frontend.community;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Unread;
import org.tongke.frontend.contract.types.Programme;
import org.tongke.frontend.contract.types.ReopeningStage;
import org.tongke.frontend.contract.types.Roster;
import org.tongke.frontend.contract.types.RosterState;
import org.tongke.frontend.contract.types.RosterTiming;

/**
 * Which rosters of a region a page shows, as its address says it.
 *
 * @param programme short name of the programme; null for the current one
 * @param show in what state they are
 * @param name what the names of their city and county hold; empty for any
 */
record RosterAddress(@Nullable String programme, Show show, String name) {
    private static final String PROGRAMME = "programme";
    private static final String SHOW = "show";
    private static final String NAME = "q";

    /** In what state a roster is. */
    enum Show {
        ALL {
            @Override
            boolean holds(Roster roster) {
                return true;
            }
        },
        MISSING {
            @Override
            boolean holds(Roster roster) {
                return roster.getState() == RosterState.DRAFT && roster.getTiming() != RosterTiming.NO_TASK;
            }
        },
        SUBMITTED {
            @Override
            boolean holds(Roster roster) {
                return roster.getState() == RosterState.SUBMITTED;
            }
        },
        LOCKED {
            @Override
            boolean holds(Roster roster) {
                return roster.getState() == RosterState.LOCKED;
            }
        },
        REOPENING {
            @Override
            boolean holds(Roster roster) {
                return isAsked(roster);
            }
        };

        abstract boolean holds(Roster roster);

        private static Optional<Show> find(String word) {
            return Stream.of(values())
                    .filter(one -> one.name().equalsIgnoreCase(word))
                    .findFirst();
        }
    }

    static RosterAddress read(QueryParameters query) {
        return new RosterAddress(
                query.getSingleParameter(PROGRAMME).orElse(null),
                query.getSingleParameter(SHOW).flatMap(Show::find).orElse(Show.ALL),
                query.getSingleParameter(NAME).orElse(""));
    }

    /** What in an address says nothing, as it stands there. */
    static List<String> unread(QueryParameters query) {
        return Unread.in(
                query,
                Map.of(PROGRAMME, Unread.ANYTHING, SHOW, word -> Show.find(word).isPresent(), NAME, Unread.ANYTHING));
    }

    /** As the address has it; what is as usual is not said. */
    QueryParameters write() {
        var said = new LinkedHashMap<String, String>();
        if (programme != null) {
            said.put(PROGRAMME, programme);
        }
        if (show != Show.ALL) {
            said.put(SHOW, show.name().toLowerCase(Locale.ROOT));
        }
        if (!name.isEmpty()) {
            said.put(NAME, name);
        }
        return QueryParameters.simple(said);
    }

    RosterAddress programme(String one) {
        return new RosterAddress(one, show, name);
    }

    /** The way to the official form of a region's rosters, annex 4, as a workbook. */
    static Anchor form(String code, Programme programme) {
        var path = "/exports/rosters/" + code + ".xlsx?programme=" + Links.encode(programme.getId());
        return Links.out(path, text("roster.form"));
    }

    /** Behind the path of a roster: the same year; nothing for the current one. */
    String yearQuery() {
        return programme == null ? "" : "?" + PROGRAMME + "=" + Links.encode(programme);
    }

    RosterAddress show(Show one) {
        return new RosterAddress(programme, one, name);
    }

    RosterAddress name(String words) {
        return new RosterAddress(programme, show, words.strip());
    }

    boolean holds(Roster roster) {
        var county = roster.getCounty();
        return show.holds(roster)
                && Communities.plain(county.getParent().getName() + county.getName())
                        .contains(Communities.plain(name));
    }

    /** Whether somebody must decide whether it is opened again. */
    static boolean isAsked(Roster roster) {
        return roster.getReopenings().stream()
                .anyMatch(wish -> wish.getStage() == ReopeningStage.CITY_DECIDES
                        || wish.getStage() == ReopeningStage.PROVINCE_DECIDES);
    }
}
