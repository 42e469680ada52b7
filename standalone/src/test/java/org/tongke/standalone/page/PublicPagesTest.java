package org.tongke.standalone.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.OpenWeek;
import org.tongke.standalone.support.Product;
import org.tongke.standalone.support.ReadyCommunity;

/** What a browser gets that nobody has signed in with, byte by byte. */
@Tag("slow")
class PublicPagesTest {
    private static final Pattern PHONE = Pattern.compile("(?<!\\d)1[3-9]\\d{9}(?!\\d)");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static ReadyCommunity community;

    @BeforeAll
    static void verify() {
        community = ReadyCommunity.named("临江小学", 1).verified();
    }

    private static List<String> pages() {
        var week = "?week=" + community.firstDay();
        return List.of(
                "/",
                "/public",
                "/public/communities",
                "/public/communities?region=330382",
                "/public/communities?name=xx",
                "/public/communities/" + community.id() + week,
                "/public/week",
                "/public/week" + week + "&county=330382");
    }

    private static Stream<String> answers() {
        var id = "{\"id\":\"%s\",\"week\":\"%s\"}".formatted(community.id(), community.firstDay());
        var county = "{\"countyCode\":\"330382\",\"week\":\"%s\"}".formatted(community.firstDay());
        return Stream.of(
                        "{\"operationName\":\"PublicCounts\",\"variables\":{}}",
                        "{\"operationName\":\"PublicCommunities\",\"variables\":{\"first\":100}}",
                        "{\"operationName\":\"PublicCommunity\",\"variables\":%s}".formatted(id),
                        "{\"operationName\":\"PublicWeek\",\"variables\":%s}".formatted(county))
                .map(body -> send(request("/graphql")
                                .header("X-Tongke", "public")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body)))
                        .body());
    }

    /** All that stands in the demo's accounts and in the register of teachers. */
    @Test
    void tellOfNobody() {
        var people = new ArrayList<String>();
        var signInNames = new ArrayList<String>();
        var database = Product.get().bean(MongoDatabase.class);
        for (var account : database.getCollection("accounts").find()) {
            people.add(account.getString("name"));
            signInNames.add(account.getString("signInName"));
        }
        database.getCollection("teachers").find().forEach(teacher -> people.add(teacher.getString("name")));
        people.removeIf(Objects::isNull);
        signInNames.removeIf(Objects::isNull);
        // the tests' own clerks sign in with their school's name
        signInNames.removeIf(name -> name.endsWith("小学"));
        assertThat(people).contains("林晓岚", "周老师");
        people.add("潘老师");
        assertThat(signInNames).contains("member-teacher");

        var pages = pages().stream().map(path -> get(path).body());
        assertThat(Stream.concat(pages, answers())).hasSizeGreaterThan(10).allSatisfy(body -> {
            hasNoWayToAnybody(body);
            assertThat(people).noneMatch(body::contains);
            assertThat(signInNames)
                    .noneMatch(name -> body.contains("\"" + name + "\"") && body.startsWith("{")
                            || body.contains(">" + name + "<"));
        });
    }

    /** It is public for those who have its address; all other people are as absent from it as from the other pages. */
    @Test
    void aSharedWeekTellsOfItsOwnerAlone() {
        var path = OpenWeek.of("demo-member-teacher");
        var people = new ArrayList<String>();
        var database = Product.get().bean(MongoDatabase.class);
        database.getCollection("accounts").find().forEach(account -> people.add(account.getString("name")));
        database.getCollection("teachers").find().forEach(teacher -> people.add(teacher.getString("name")));
        people.removeIf(name -> name == null || name.equals("陈竹青"));
        assertThat(people).contains("林晓岚");
        for (var week : List.of("", "?week=" + LocalDate.now().plusWeeks(1), "?week=2001-01-01", "?week=nonsense")) {
            var page = get(path + week);
            assertThat(page.statusCode()).as(week).isEqualTo(200);
            assertThat(page.body()).contains("陈竹青的一周");
            hasNoWayToAnybody(page.body());
            assertThat(people).noneMatch(page.body()::contains);
            assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
            assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
            assertThat(page.headers().allValues("X-Robots-Tag")).containsExactly("noindex, nofollow");
            assertThat(page.headers().allValues("Referrer-Policy")).containsExactly("same-origin");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .doesNotContain("unsafe");
        }
        assertThat(get(path).body()).contains("<li>").contains("助教");
        var missing = get("/public/weeks/nonsense");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("这个链接打不开");
    }

    private static void hasNoWayToAnybody(String body) {
        assertThat(PHONE.matcher(body).find()).isFalse();
        assertThat(body).doesNotContain("http:", "https:", "mailto:", "data:", "@");
        assertThat(Pattern.compile("<img[^>]*src=\"([^\"]*)")
                        .matcher(body)
                        .results()
                        .map(match -> match.group(1)))
                .allMatch("/tk/emblem.svg"::equals);
    }

    @Test
    void comeWithoutACookieAndAreNotSentTwice() {
        for (var path : pages().subList(1, pages().size())) {
            var page = get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
            assertThat(page.headers().allValues("Content-Security-Policy"))
                    .singleElement()
                    .asString()
                    .doesNotContain("unsafe");
            assertThat(page.headers().allValues("Cache-Control")).containsExactly("max-age=30, private");
        }
        var tag = get("/public/communities/" + community.id())
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(send(request("/public/communities/" + community.id()).header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void sayWhatIsNotThere() {
        for (var path : List.of(
                "/public/communities?region=999999",
                "/public/communities?programme=1999",
                "/public/communities?after=nonsense",
                "/public/communities/nonsense",
                "/public/week?county=33")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
            assertThat(get(path).body()).contains("没有这个页面");
        }
        assertThat(get("/public/communities?name=%3Cscript%3E&region=33").body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script");
    }

    @Test
    void leadNowhereElse() {
        for (var elsewhere : List.of("//example.com/", "https://example.com/", "/publicity", "/me")) {
            var answer = get("/public/look?set=theme&value=dark&to=" + elsewhere);
            assertThat(answer.headers().firstValue("Location")).contains("/public");
        }
        var odd = get("/public/look?set=language&value=fr&to=/public/week");
        assertThat(odd.headers().firstValue("Location")).contains("/public/week");
        assertThat(odd.headers().allValues("Set-Cookie")).isEmpty();
    }

    private static HttpResponse<String> get(String path) {
        return send(request(path));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(Product.get().address() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        return HTTP.sendAsync(request.build(), BodyHandlers.ofString()).join();
    }
}
