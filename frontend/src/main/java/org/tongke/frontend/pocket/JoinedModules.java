package org.tongke.frontend.pocket;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The modules of the pocket pages as phones load them: what all pages have as one file, and what a page, or something that is opened in it, has
 * besides as another. One by one they would come in rounds, a few on each, and a round is what a slow line takes longest for. Nothing else is changed:
 * each module stays what it is, as a function that gives what it exports, and is made once ({@code m/joined.js}).
 */
@Component
class JoinedModules {
    /** Asks for the week that a page begins with; loaded for itself, so that this question waits for nothing. */
    static final String AHEAD = "/m/ahead.js";

    /** Address of what all pages have. */
    static final String CORE = "/m/all/core.js";

    private static final String FOLDER = "/m/all";
    private static final String REGISTRY = "/m/joined.js";

    private static final Pattern IMPORT =
            Pattern.compile("^import (?:\\{([^}]*)} from )?'(\\.[^']*)';$", Pattern.MULTILINE);
    private static final Pattern EXPORT =
            Pattern.compile("^export (?=(?:async )?(?:function|class|const) (\\w+))", Pattern.MULTILINE);
    private static final Pattern OPENED = Pattern.compile("\\bimport\\('(\\.[^']*)'\\)");
    private static final Pattern UNKNOWN =
            Pattern.compile("^(?:import|export)\\b.*|\\bimport[.(].*", Pattern.MULTILINE);

    private final PocketFiles files;
    private final Map<String, String> joined = new TreeMap<>();

    JoinedModules(PocketFiles files) {
        this.files = files;
        var pages = List.of(PocketPage.values());
        var core = new LinkedHashSet<>(imported(pages.getFirst().module()));
        pages.forEach(page -> core.retainAll(imported(page.module())));
        joined.put(CORE, files.text(REGISTRY) + definitions(core));
        joined.put(address(AHEAD), files.text(REGISTRY) + definitions(imported(AHEAD)) + start(AHEAD));
        for (var page : pages) {
            // whichever of a page's files comes first asks ahead, and no other
            var begins = page.beginsWithWeek() ? List.of(AHEAD, page.module()) : List.of(page.module());
            var starts = begins.stream().map(JoinedModules::start).collect(Collectors.joining());
            joined.put(address(page.module()), definitions(besides(core, begins)) + starts);
        }
        for (var module : opened(pages)) {
            var more = besides(core, List.of(module));
            if (!more.isEmpty()) {
                joined.putIfAbsent(address(module), definitions(more));
            }
        }
    }

    /** Address of the file that a module comes in. */
    static String address(String module) {
        return FOLDER + module;
    }

    /** Addresses of all files, in their order. */
    Set<String> addresses() {
        return joined.keySet();
    }

    /** The file at an address. */
    String text(String address) {
        var text = joined.get(address);
        if (text == null) {
            throw new IllegalArgumentException("no file at " + address);
        }
        return text;
    }

    /** A module and all that it cannot be made without, in the order in which they are made. */
    private Set<String> imported(String module) {
        var found = new LinkedHashSet<String>();
        collect(module, found);
        return found;
    }

    private void collect(String module, Set<String> found) {
        if (!found.contains(module)) {
            addresses(IMPORT, 2, module).forEach(imported -> collect(imported, found));
            found.add(module);
        }
    }

    /** What modules need that is not in the core. */
    private Set<String> besides(Set<String> core, List<String> modules) {
        var more = new LinkedHashSet<String>();
        modules.forEach(module -> collect(module, more));
        more.removeAll(core);
        return more;
    }

    /** Modules of pages, and all that are loaded only when something is opened in them. */
    private Set<String> opened(List<PocketPage> pages) {
        var found = new LinkedHashSet<String>();
        var rest = new ArrayDeque<>(pages.stream().map(PocketPage::module).toList());
        while (!rest.isEmpty()) {
            var module = rest.remove();
            if (found.add(module)) {
                imported(module).stream()
                        .flatMap(imported -> addresses(OPENED, 1, imported))
                        .forEach(rest::add);
            }
        }
        return found;
    }

    private Stream<String> addresses(Pattern form, int group, String module) {
        return form.matcher(files.text(module)).results().map(match -> resolved(module, match.group(group)));
    }

    private static String resolved(String module, String address) {
        return URI.create(module).resolve(address).toString();
    }

    private String definitions(Set<String> modules) {
        return modules.stream()
                .map(module -> definition(module, files.text(module)))
                .collect(Collectors.joining());
    }

    private static String start(String module) {
        return "tongke.need('" + module + "');\n";
    }

    /** A module as a function that gives what it exports. Throws if it has a form that is not known here, which a test finds. */
    static String definition(String path, String module) {
        var names =
                EXPORT.matcher(module).results().map(match -> match.group(1)).collect(Collectors.joining(", "));
        var code = IMPORT.matcher(module).replaceAll(match -> Matcher.quoteReplacement(need(path, match)));
        code = OPENED.matcher(code)
                .replaceAll(match -> Matcher.quoteReplacement("tongke.load('" + resolved(path, match.group(1)) + "')"));
        code = EXPORT.matcher(code).replaceAll("");
        var unknown = UNKNOWN.matcher(code);
        if (unknown.find()) {
            throw new IllegalArgumentException(path + " has a form that is not known: " + unknown.group());
        }
        return "tongke.define('" + path + "', () => {\n" + code + "return { " + names + " };\n});\n";
    }

    private static String need(String path, MatchResult imported) {
        var need = "tongke.need('" + resolved(path, imported.group(2)) + "');";
        return imported.group(1) == null ? need : "const {" + imported.group(1).replace(" as ", ": ") + "} = " + need;
    }
}
