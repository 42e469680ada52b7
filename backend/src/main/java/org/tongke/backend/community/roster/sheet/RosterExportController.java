package org.tongke.backend.community.roster.sheet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongke.backend.access.CallerFilter;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.base.sheet.Downloads;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.community.roster.FormHead;
import org.tongke.backend.community.roster.Roster;
import org.tongke.backend.community.roster.Rosters;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.RegionKind;
import org.tongke.backend.directory.Regions;

/**
 * Rosters of a county, a city or the province as the form of annex 4, below {@code /exports}. Whoever may ask the API for them may fetch
 * them; for all others there is nothing at the address.
 */
@RestController
class RosterExportController {
    private static final String FIELD = "Query.rosters";

    private final Rosters rosters;
    private final Programmes programmes;
    private final Regions regions;
    private final WhoMay whoMay;

    RosterExportController(Rosters rosters, Programmes programmes, Regions regions, WhoMay whoMay) {
        this.rosters = rosters;
        this.programmes = programmes;
        this.regions = regions;
        this.whoMay = whoMay;
    }

    @GetMapping("/exports/rosters/{code}.xlsx")
    ResponseEntity<byte[]> form(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String programme,
            HttpServletRequest request) {
        var viewer = CallerFilter.viewerOf(request);
        return regions.find(code)
                .filter(region -> maySee(region, viewer))
                .flatMap(region -> programmes.findOrCurrent(programme).map(year -> form(region, year, viewer)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private boolean maySee(Region region, Viewer viewer) {
        var permission = whoMay.permission(FIELD, viewer);
        return permission.allowed() && permission.scope().covers(region.places());
    }

    private ResponseEntity<byte[]> form(Region region, Programme programme, Viewer viewer) {
        var all = rosters.list(programme, region);
        var parts = all.stream().map(this::part).toList();
        var name = programme.year() + "年拟新增教育共同体学校(校区)名单汇总表-" + region.name() + ".xlsx";
        return Downloads.file(name, RosterForms.write(programme.year(), head(region, all, viewer), parts));
    }

    private RosterForms.Part part(Roster roster) {
        var county = regions.get(roster.id().county());
        return new RosterForms.Part(regions.parent(county).map(Region::name).orElse(""), county.name(), roster.rows());
    }

    /** A county says by whom its form is filled in; of the others it is whoever asks. */
    private static FormHead head(Region region, List<Roster> all, Viewer viewer) {
        var unit = region.name() + (region.kind() == RegionKind.PROVINCE ? "教育厅" : "教育局");
        return region.kind().isCountyLevel()
                ? Optional.of(all.getFirst().head())
                        .map(head -> head.or(new FormHead(unit, null, null)))
                        .orElseThrow()
                : new FormHead(unit, viewer.name(), null);
    }
}
