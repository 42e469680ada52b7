package org.tongke.backend.verification.review;

import org.tongke.backend.base.page.PageRequest;

/**
 * A page of what was said of a community.
 *
 * @param finding whose
 * @param page which page
 */
public record DecisionPage(Finding finding, PageRequest page) {}
