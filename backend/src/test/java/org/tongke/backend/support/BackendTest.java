package org.tongke.backend.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.tongke.backend.BackendApplication;

/**
 * A test of the whole backend on a free port and on the stores of the run. All such tests share one application and one database:
 * each makes what it looks at. {@link TestClock}, {@link SentCommands} and every {@code TestComponent} can be injected; whoever sets the
 * clock releases it. What a single test adds to the application would start another one, so nothing is added.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("stores")
@SpringBootTest(
        classes = BackendApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "tongke.live.beat=1s",
            "tongke.metrics-token=metrics-of-the-tests",
            "tongke.password-strength=4",
            "tongke.publication.age=0s"
        })
@ContextConfiguration(initializers = StoresInitializer.class)
@Import({TestClockConfiguration.class, SentCommandsConfiguration.class})
public @interface BackendTest {}
