/**
 * The way to the backend: questions and commands of the generated contract, sent over HTTP with the caller's token and language. Whatever
 * goes wrong on the way becomes one of four exceptions, each with a page of its own.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"contract"})
package org.tongke.frontend.client;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
