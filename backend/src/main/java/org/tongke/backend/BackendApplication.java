package org.tongke.backend;

import java.util.function.UnaryOperator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The backend as a process of its own. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(BackendModule.class)
public class BackendApplication {

    /** Starts the backend, or what is asked for instead of it. */
    public static void main(String[] arguments) {
        if (BackupCommand.isAsked(arguments)) {
            System.exit(BackupCommand.run(UnaryOperator.identity(), arguments));
        }
        SpringApplication.run(BackendApplication.class, arguments);
    }
}
