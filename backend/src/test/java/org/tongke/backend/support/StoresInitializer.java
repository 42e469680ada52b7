package org.tongke.backend.support;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Names the stores of the run to an application before it starts. */
final class StoresInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var properties = Map.<String, Object>copyOf(Stores.get().properties());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("stores", properties));
    }
}
