package org.tongke.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * What is set where nobody says otherwise: {@code tongke-backend.properties}. Read before the log is set up, as some of it is about the log;
 * a {@code PropertySource} would come too late for that.
 */
class BackendDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            environment.getPropertySources().addLast(new ResourcePropertySource("classpath:tongke-backend.properties"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
