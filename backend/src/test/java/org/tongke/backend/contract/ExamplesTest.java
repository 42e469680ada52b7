package org.tongke.backend.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.World;

/** The examples with which GraphiQL begins: a developer may ask all of them, and the last shows what an error looks like. */
@BackendTest
class ExamplesTest {
    private final Api api;
    private final String token;

    @Autowired
    ExamplesTest(ApplicationContext app, @LocalServerPort int port) {
        api = Api.at(port);
        token = World.in(app).person(Role.DEVELOPER).token();
    }

    static Stream<Resource> examples() throws IOException {
        return Stream.of(
                new PathMatchingResourcePatternResolver().getResources("classpath:graphiql/examples/*.graphql"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void areAnswered(Resource example) throws IOException {
        var document = example.getContentAsString(StandardCharsets.UTF_8);
        var answer = api.ask(token, document, Map.of("from", "2021-03-08", "to", "2021-03-14"));
        var expected = document.contains("TooCostly") ? List.of("TOO_COSTLY") : List.of();
        assertThat(answer.codes()).as(answer.body()).isEqualTo(expected);
    }
}
