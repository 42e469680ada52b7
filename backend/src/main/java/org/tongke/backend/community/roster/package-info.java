/**
 * Rosters: the communities that a county plans for a programme (notice 二.(一), annex 4). A roster is DRAFT, then SUBMITTED, then LOCKED by
 * the city's roll-up; after that only a reasoned reopening, which the city and the province grant, lets it be changed. A locked roster
 * makes communities. Owns the collections {@code rosters} and {@code memberships}.
 */
@NullMarked
@NamedInterface("roster")
package org.tongke.backend.community.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
