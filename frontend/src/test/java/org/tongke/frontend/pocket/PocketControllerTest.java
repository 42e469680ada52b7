package org.tongke.frontend.pocket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.json.JsonMapper;

/** What the server sends for pocket pages, before any of their modules runs. */
class PocketControllerTest {
    private static final Pattern DEFINED = Pattern.compile("^tongke\\.define\\('([^']*)'", Pattern.MULTILINE);

    private final PocketFiles files = new PocketFiles();
    private final JoinedModules modules = new JoinedModules(files);
    private final MockMvc pages = MockMvcBuilders.standaloneSetup(
                    new PocketController(files, modules, new PocketShells(files)))
            .build();

    @ParameterizedTest
    @EnumSource
    void aShellHasNothingInlineAndNoPlaceholderLeft(PocketPage page) throws Exception {
        var html = text(get(page.path()));
        assertThat(html).doesNotContain("{{").doesNotContain("style=").doesNotContain(" on");
        assertThat(html.split("<script", -1))
                .allMatch(script -> !script.contains("</script>") || script.contains("></script>"));
        assertThat(html).doesNotContain("<style");
    }

    @ParameterizedTest
    @EnumSource
    void aShellComesUnderTheStrictPolicyAndIsAskedForAgain(PocketPage page) throws Exception {
        var answer = get(page.path());
        assertThat(answer.getHeader("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .doesNotContain("unsafe");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-cache");
        assertThat(answer.getHeader("Vary")).isEqualTo("Cookie, Accept-Language");
        var again = perform(request(page.path()).header("If-None-Match", String.valueOf(answer.getHeader("ETag"))));
        assertThat(again.getStatus()).isEqualTo(304);
    }

    @Test
    void theCookieSetsTheLanguageBeforeTheBrowserDoes() throws Exception {
        var english = request("/m/week").header("Accept-Language", "zh-CN").cookie(new Cookie("tongke-language", "en"));
        assertThat(text(perform(english)))
                .contains("<html lang=\"en\">")
                .contains("<h1 data-text=\"pocket.week.title\">Timetable</h1>");
        assertThat(text(perform(request("/m/week").header("Accept-Language", "fr, en;q=0.5"))))
                .contains("<html lang=\"en\">");
        assertThat(text(get("/m/week"))).contains("<html lang=\"zh-CN\">").contains("<title>课表 · 同课</title>");
    }

    @Test
    void theCookieSetsTheAppearanceBeforeTheFirstPaint() throws Exception {
        assertThat(text(perform(request("/m/week").cookie(new Cookie("tongke-theme", "dark")))))
                .contains(" data-theme=\"dark\">");
        assertThat(text(perform(request("/m/week").cookie(new Cookie("tongke-theme", "\"onload=x")))))
                .doesNotContain("data-theme");
    }

    @Test
    void textsComeAsOneObjectALanguage() throws Exception {
        var texts = new JsonMapper().readTree(get("/m/texts/en.json").getContentAsByteArray());
        assertThat(texts.get("pocket.week.title").asString()).isEqualTo("Timetable");
        assertThat(get("/m/texts/fr.json").getStatus()).isEqualTo(404);
    }

    @Test
    void theWorkerKeepsEveryFileButItself() throws Exception {
        var script = text(get("/m/sw.js"));
        var first = script.substring("self.POCKET = ".length(), script.indexOf(";\n"));
        var pocket = new JsonMapper().readTree(first);
        var kept = pocket.get("files").values().stream()
                .map(file -> file.asString())
                .toList();
        assertThat(kept)
                .containsAll(modules.addresses())
                .contains("/m/head.js", "/m/today.css", "/m/style.css", "/m/texts/zh.json", "/m/texts/en.json")
                .doesNotContain("/m/sw.js", "/m/joined.js", "/m/week.js", "/tk/week.js");
        assertThat(pocket.get("pages").values().stream().map(page -> page.asString()))
                .containsExactlyElementsOf(
                        Stream.of(PocketPage.values()).map(PocketPage::path).toList());
        assertThat(script).endsWith(files.text("/m/sw.js"));
    }

    @ParameterizedTest
    @EnumSource
    void whatAPageImportsComesInTwoFilesThatItsHeadNames(PocketPage page) throws Exception {
        var html = text(get(page.path()));
        var defined = new ArrayList<String>();
        for (var address : List.of("/m/all/core.js", "/m/all" + page.module())) {
            assertThat(html).contains(" src=\"" + address + "\"></script>");
            var answer = get(address);
            assertThat(answer.getContentType()).isEqualTo("text/javascript;charset=UTF-8");
            assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-cache");
            DEFINED.matcher(text(answer)).results().forEach(match -> defined.add(match.group(1)));
        }
        assertThat(defined)
                .doesNotHaveDuplicates()
                .contains("/tk/texts.js", "/tk/api.js")
                .endsWith(page.module());
    }

    @Test
    void whatNoPageLoadsIsNotThere() throws Exception {
        assertThat(get("/m/all/tk/nothing.js").getStatus()).isEqualTo(404);
    }

    @Test
    void theStylesThatAllPagesHaveComeAsOne() throws Exception {
        var answer = get("/m/style.css");
        assertThat(answer.getContentType()).isEqualTo("text/css;charset=UTF-8");
        assertThat(text(answer))
                .startsWith(files.text("/tk/tokens.css"))
                .contains(files.text("/tk/week.css"))
                .endsWith(files.text("/m/pocket.css"));
    }

    @ParameterizedTest
    @EnumSource
    void aWeekIsAskedForFirstWhereThePageBeginsWithOne(PocketPage page) throws Exception {
        var html = text(get(page.path()));
        assertThat(html.contains("src=\"/m/all/m/ahead.js\"")).isEqualTo(page.beginsWithWeek());
    }

    @Test
    void theManifestIsOneAndItsIconsAreThere() throws Exception {
        var answer = get("/m/manifest.webmanifest");
        assertThat(answer.getContentType()).isEqualTo("application/manifest+json");
        var icons = new JsonMapper()
                .readTree(answer.getContentAsByteArray())
                .get("icons")
                .values();
        assertThat(icons.stream().map(icon -> icon.get("src").asString()))
                .isNotEmpty()
                .allMatch(files.paths()::contains);
    }

    @Test
    void theStartLeadsToToday() throws Exception {
        assertThat(get("/m").getHeader("Location")).isEqualTo("/m/today");
    }

    private MockHttpServletResponse get(String path) throws Exception {
        return perform(request(path));
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
        return pages.perform(request).andReturn().getResponse();
    }

    private static MockHttpServletRequestBuilder request(String path) {
        return MockMvcRequestBuilders.get(path).servletPath(path);
    }

    private static String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(UTF_8);
    }
}
