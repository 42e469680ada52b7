package org.tongke.frontend;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The web app as a process of its own, beside a backend that runs elsewhere ({@code tongke.backend-url}). */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@Import(FrontendModule.class)
public class FrontendApplication {

    static void main(String[] arguments) {
        var application = new SpringApplication(FrontendApplication.class);
        application.setDefaultProperties(Map.of(
                "spring.threads.virtual.enabled",
                true,
                "management.endpoint.health.probes.enabled",
                true,
                "server.forward-headers-strategy",
                "native",
                "server.servlet.session.cookie.same-site",
                "lax",
                "server.compression.enabled",
                true,
                "server.compression.mime-types",
                "text/html,text/css,text/javascript,application/javascript,application/json,image/svg+xml"));
        application.addInitializers(context -> FrontendSettings.check(context.getEnvironment()));
        application.run(arguments);
    }
}
