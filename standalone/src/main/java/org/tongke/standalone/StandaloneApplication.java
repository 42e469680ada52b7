package org.tongke.standalone;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.tongke.backend.BackendModule;
import org.tongke.backend.BackupCommand;
import org.tongke.frontend.FrontendModule;

/** The whole product in one process. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Import({BackendModule.class, FrontendModule.class})
public class StandaloneApplication {

    /** Starts it, or what is asked for instead of it. */
    public static void main(String[] arguments) {
        if (BackupCommand.isAsked(arguments)) {
            System.exit(BackupCommand.run(StandaloneApplication::withStores, arguments));
        }
        withStores(new SpringApplication(StandaloneApplication.class)).run(arguments);
    }

    private static SpringApplication withStores(SpringApplication application) {
        application.addInitializers(new EmbeddedStores());
        return application;
    }
}
