package org.tongke.backend.community.roster.sheet;

import java.util.List;

/**
 * A community as the form names it.
 *
 * @param city 设区市; blank if the form has no such column or nothing in it
 * @param county 县市区; blank if the form has no such column or nothing in it
 * @param core the cell of the core school; blank if no row above says one
 * @param members the cells of the member schools, each of which may name several
 * @param modes the cells of the mode, those of merged cells filled in; blank ones are left out
 */
public record ReadCommunity(
        ReadCell city, ReadCell county, ReadCell core, List<ReadCell> members, List<ReadCell> modes) {
    public ReadCommunity {
        members = List.copyOf(members);
        modes = List.copyOf(modes);
    }
}
