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
        assertThat(SchoolSearch.read(search.write()).search()).isEqualTo(search);
        var all = new SchoolSearch(null, "", null, null, false);
        assertThat(all.write().getQueryString()).isEmpty();
        assertThat(SchoolSearch.read(all.write()).search()).isEqualTo(all);
    }

    @Test
    void saysWhatItDoesNotUnderstand() {
        var read = SchoolSearch.read(QueryParameters.fromString("area=MOON&stage=PRIMARY&colour=red"));
        assertThat(read.ignored()).containsExactlyInAnyOrder("area=MOON", "colour");
        assertThat(read.search().stage()).isEqualTo(SchoolStage.PRIMARY);
    }
}
