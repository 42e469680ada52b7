package org.tongke.standalone.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Phone;
import org.tongke.standalone.support.Weeks;

/** What comes onto paper, from a phone, too: of a table heads and numbers on each page, whose and as of when, and nothing to press. */
@Tag("browser")
class PrintTest {
    private static final LocalDate NEXT_MONDAY = Weeks.nextMonday();

    @Test
    void aTableIsATableOnPaperWithHeadsAndNumbersOnEachPage() throws IOException {
        try (var phone = Phone.small().signedInAs("province")) {
            var page = phone.page();
            page.navigate("/audit");
            assertThat(page.locator(".tkf-table tbody tr").nth(40)).isAttached();
            var sheets = print(page);
            assertThat(sheets).hasSizeGreaterThan(1);
            for (int number = 0; number < sheets.size() - 1; number++) {
                assertThat(sheets.get(number))
                        .contains("操作人", (number + 1) + " / " + sheets.size())
                        .doesNotContain("导出 Excel");
            }
            assertThat(sheets.getFirst()).contains("浙江省", "截至 ", "操作记录");
        }
    }

    @Test
    void theWholeListOfSchoolsHasAPageOfItsOwn() throws IOException {
        try (var desk = Phone.small().signedInAs("county")) {
            var page = desk.page();
            page.navigate("/schools");
            var link = page.getByText("打印整张表", new Page.GetByTextOptions().setExact(true));
            page.navigate(link.getAttribute("href"));
            var sheets = print(page);
            assertThat(sheets).isNotEmpty();
            for (int number = 0; number < sheets.size(); number++) {
                assertThat(sheets.get(number)).contains("学校标识码", (number + 1) + " / " + sheets.size());
            }
            assertThat(sheets.getFirst()).contains("乐清市", "数据截至");
        }
    }

    @Test
    void theWeekIsOneSheetForTheWall() throws IOException {
        try (var phone = Phone.small().signedInAs("teacher")) {
            var page = phone.page();
            // a week to come: on a phone the days that are over are folded
            page.navigate("/m/week?day=" + NEXT_MONDAY);
            assertThat(page.locator(".tk-day-head")).hasCount(7);
            assertThat(page.locator(".tk-entry[data-slot=PLANNED]").first()).isVisible();
            var title = page.locator(".tk-entry[data-slot=PLANNED] .tk-entry-title")
                    .first()
                    .textContent();
            try (var paper = paper(page)) {
                assertThat(paper.getNumberOfPages()).isOne();
                var sheet = paper.getPage(0);
                assertThat(List.of(
                                Math.round(sheet.getMediaBox().getWidth()),
                                Math.round(sheet.getMediaBox().getHeight())))
                        .as("A4, across")
                        .isEqualTo(List.of(842, 595));
                for (var font : sheet.getResources().getFontNames()) {
                    assertThat(sheet.getResources().getFont(font).isEmbedded()).isTrue();
                }
                assertThat(texts(paper).getFirst())
                        .contains("周一", "周日", "第3节", title.substring(0, 3))
                        .doesNotContain("找课");
            }
        }
    }

    private static List<String> print(Page page) throws IOException {
        try (var paper = paper(page)) {
            return texts(paper);
        }
    }

    private static PDDocument paper(Page page) throws IOException {
        return Loader.loadPDF(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)));
    }

    /** The texts of the pages. */
    private static List<String> texts(PDDocument paper) throws IOException {
        var texts = new ArrayList<String>();
        for (int number = 1; number <= paper.getNumberOfPages(); number++) {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(number);
            stripper.setEndPage(number);
            // fonts name some characters by their radicals
            texts.add(Normalizer.normalize(stripper.getText(paper), Normalizer.Form.NFKC));
        }
        return texts;
    }
}
