package org.tongke.backend.timetable;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.tongke.backend.support.BackendTest;

/** A test of timetables in the whole backend; takes a {@link Town}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@BackendTest
@Import(Town.class)
public @interface TimetableTest {}
