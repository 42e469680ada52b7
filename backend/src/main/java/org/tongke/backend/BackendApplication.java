package org.tongke.backend;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The backend as a process of its own. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(BackendModule.class)
public class BackendApplication {

    /** Starts the backend. */
    public static void main(String[] arguments) {
        SpringApplication.run(BackendApplication.class, arguments);
    }
}
