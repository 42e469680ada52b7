package org.tongke.backend;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Everything that the backend brings to an application: import this one class. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        basePackageClasses = BackendModule.class,
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class BackendModule {}
