package org.tongke.frontend.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.Test;
import org.tongke.frontend.contract.types.SchoolArea;
import org.tongke.frontend.contract.types.SchoolStage;

class SchoolSearchTest {

    @Test
    void standsInTheAddressAndComesBack() {
        var search = new SchoolSearch("330382", "实验 小学", SchoolArea.RURAL, SchoolStage.JUNIOR, true);
        assertThat(SchoolSearch.read(search.write())).isEqualTo(search);
        var all = new SchoolSearch(null, "", null, null, false);
        assertThat(all.write().getQueryString()).isEmpty();
        assertThat(SchoolSearch.read(all.write())).isEqualTo(all);
    }

    @Test
    void saysWhatItDoesNotUnderstand() {
        var query = QueryParameters.fromString("region=110000&area=MOON&stage=PRIMARY&closed=maybe&colour=red&q=");
        assertThat(SchoolSearch.unread(query, "330382"::equals))
                .containsExactlyInAnyOrder("region=110000", "area=MOON", "closed=maybe", "colour=red");
        var read = SchoolSearch.read(query);
        assertThat(read.area()).isNull();
        assertThat(read.stage()).isEqualTo(SchoolStage.PRIMARY);
    }
}
