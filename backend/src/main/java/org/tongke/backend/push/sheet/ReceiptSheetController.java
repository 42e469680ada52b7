package org.tongke.backend.push.sheet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongke.backend.access.CallerFilter;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.sheet.Dossier;
import org.tongke.backend.base.sheet.Downloads;
import org.tongke.backend.push.Pushes;
import org.tongke.backend.push.ReceiptFilter;

/** The edge of tables of receipts, below {@code /exports/pushes}. Whoever may not see them finds nothing at the address. */
@RestController
class ReceiptSheetController {
    private static final String FIELD = "Query.pushReceipts";

    private final ReceiptDossiers dossiers;
    private final Pushes pushes;
    private final WhoMay whoMay;
    private final Downloads downloads;

    ReceiptSheetController(ReceiptDossiers dossiers, Pushes pushes, WhoMay whoMay, Downloads downloads) {
        this.dossiers = dossiers;
        this.pushes = pushes;
        this.whoMay = whoMay;
        this.downloads = downloads;
    }

    @GetMapping("/exports/pushes/{push}.xlsx")
    ResponseEntity<byte[]> workbook(
            @PathVariable String push,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request) {
        return downloads.workbook(dossier(push, show, lang, request));
    }

    private Optional<Dossier> dossier(
            String id, @Nullable String show, @Nullable String lang, HttpServletRequest request) {
        var viewer = CallerFilter.viewerOf(request);
        var permission = whoMay.permission(FIELD, viewer);
        var filter = filter(show);
        if (!permission.allowed() || (show != null && filter.isEmpty())) {
            return Optional.empty();
        }
        var locale = Texts.languageOf(lang == null ? request.getLocale() : Locale.forLanguageTag(lang));
        return pushes.find(GlobalId.rawOrNobodys("Push", id), viewer, permission.scope())
                .map(push -> dossiers.of(push, filter, viewer, locale));
    }

    /** Which schools, as the page's address says it. */
    private static Optional<ReceiptFilter> filter(@Nullable String show) {
        return Arrays.stream(ReceiptFilter.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(show))
                .findFirst();
    }
}
