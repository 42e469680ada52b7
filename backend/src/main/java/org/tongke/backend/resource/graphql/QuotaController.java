package org.tongke.backend.resource.graphql;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.directory.School;
import org.tongke.backend.resource.QuotaUse;
import org.tongke.backend.resource.Quotas;

/** {@code School.resourceQuota}: a field of a lower room's type. */
@Controller
class QuotaController {
    private final Quotas quotas;

    QuotaController(Quotas quotas) {
        this.quotas = quotas;
    }

    /** Limited by the guard in front of the field. */
    @BatchMapping
    Map<School, ResourceQuota> resourceQuota(List<School> schools) {
        var uses = quotas.usesOf(schools.stream().map(School::id).collect(Collectors.toSet()));
        return schools.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        school ->
                                new ResourceQuota(uses.getOrDefault(school.id(), QuotaUse.NONE), quotas.mostBytes())));
    }

    /** The type of the schema. */
    record ResourceQuota(QuotaUse use, long mostBytes) {
        public int files() {
            return use.files();
        }

        public int usedMebibytes() {
            return (int) Quotas.mebibytes(use.bytes());
        }

        public int mostMebibytes() {
            return (int) Quotas.mebibytes(mostBytes);
        }
    }
}
