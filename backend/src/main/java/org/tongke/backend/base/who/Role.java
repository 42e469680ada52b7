package org.tongke.backend.base.who;

/** What an account may be at a place. The table of who may do what has a column for each. */
public enum Role {
    /** Officer of the province's department, at the province. */
    PROVINCE_OFFICER,
    /** Officer of a city's bureau, at that city. */
    CITY_OFFICER,
    /** Officer of a county's bureau, at that county-level region. */
    COUNTY_OFFICER,
    /** Clerk of a school. */
    CLERK,
    /** Teacher of a school. */
    TEACHER,
    /** Staff of a resource centre 资源中心, at the region whose schools it serves: mostly the province. */
    RESOURCE_CENTRE,
    /** A supplier's platform; bound to a supplier instead of a place. */
    SUPPLIER,
    /** A developer who queries with a token what everybody signed in may see. */
    DEVELOPER,
    /** Administrator of the whole system. */
    ADMINISTRATOR
}
