package org.tongke.standalone;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.tongke.backend.BackendModule;
import org.tongke.frontend.FrontendModule;

/** The whole product in one process. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Import({BackendModule.class, FrontendModule.class})
public class StandaloneApplication {

    /** Starts it. */
    public static void main(String[] arguments) {
        var application = new SpringApplication(StandaloneApplication.class);
        application.addInitializers(new EmbeddedStores());
        application.run(arguments);
    }
}
