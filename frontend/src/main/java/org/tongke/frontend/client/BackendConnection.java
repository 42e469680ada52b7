package org.tongke.frontend.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.DefaultUriBuilderFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Where the backend is and how long it may take: {@code tongke.backend-url}, or the port that this very process listens on. */
@Configuration(proxyBeanMethods = false)
class BackendConnection {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    @Bean
    Backend backend(Environment environment, Supplier<Caller> callers) {
        return new Backend(rest(environment), callers);
    }

    @Bean
    OpenBackend openBackend(Environment environment) {
        return new OpenBackend(rest(environment).build(), mapper());
    }

    private static RestClient.Builder rest(Environment environment) {
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build());
        requests.setReadTimeout(ANSWER);
        return RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(
                        converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(mapper())))
                .uriBuilderFactory(new EndpointUri(environment));
    }

    /** Instants keep the offset that the backend gave them: it is the programme's zone. Newer backends may say more than we know. */
    static JsonMapper mapper() {
        return JsonMapper.builder()
                .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** The endpoint, looked up at each call: the port may be known only once the server listens. */
    private static final class EndpointUri extends DefaultUriBuilderFactory {
        private final Environment environment;

        EndpointUri(Environment environment) {
            this.environment = environment;
        }

        @Override
        public URI expand(String uriTemplate, @Nullable Object... uriVariables) {
            return URI.create(address() + uriTemplate);
        }

        private String address() {
            var configured = environment.getProperty("tongke.backend-url");
            if (configured != null && !configured.isBlank()) {
                return configured.replaceAll("/+$", "") + "/graphql";
            }
            var port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
            return "http://localhost:" + port + "/graphql";
        }
    }
}
