package org.tongke.backend.resource;

/**
 * Who shares a resource, and for which school.
 *
 * @param accountId raw id of the account
 * @param name name of the account when it was shared
 * @param schoolId raw id of the school
 * @param schoolName name of the school when it was shared
 * @param countyCode code of the school's county
 */
public record ResourceOwner(String accountId, String name, String schoolId, String schoolName, String countyCode) {}
