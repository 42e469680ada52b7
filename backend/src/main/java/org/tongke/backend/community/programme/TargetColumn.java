package org.tongke.backend.community.programme;

import java.util.function.Function;

/** The columns of annex 1 that hold figures, in its order. */
public enum TargetColumn {
    /** 义务教育学校总数. */
    SCHOOLS(Target::schools),
    /** 其中城区学校数. */
    URBAN(Target::urban),
    /** 其中镇区学校数. */
    TOWN(Target::town),
    /** 其中乡村学校数. */
    RURAL(Target::rural),
    /** 融合型 of those that there were before the programme. */
    EXISTING_MERGED(Target::existingMerged),
    /** 共建型 of these. */
    EXISTING_CO_BUILT(Target::existingCoBuilt),
    /** 协作型 of these. */
    EXISTING_COLLABORATIVE(Target::existingCollaborative),
    /** 新增成员校数. */
    NEW_MEMBERS(Target::newMembers),
    /** 新增结对学校总数. */
    PAIRED_SCHOOLS(Target::newPairedSchools);

    private final Function<Target, PrintedCount> cell;

    TargetColumn(Function<Target, PrintedCount> cell) {
        this.cell = cell;
    }

    /** The cell of a row. */
    public PrintedCount of(Target row) {
        return cell.apply(row);
    }
}
