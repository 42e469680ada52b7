package org.tongke.backend.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that needs the stores but no application. Its constructor and methods may take {@link Stores} and a
 * {@code MongoDatabase}, which is empty for each test and is dropped after it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("stores")
@ExtendWith(StoresExtension.class)
public @interface StoresTest {}
