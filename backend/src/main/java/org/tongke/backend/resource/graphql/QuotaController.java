package org.tongke.backend.resource.graphql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.directory.School;
import org.tongke.backend.resource.QuotaUse;
import org.tongke.backend.resource.Quotas;

/** {@code School.resourceQuota}: a field of a lower room's type. */
@Controller
class QuotaController {
    private final Quotas quotas;
    private final Texts texts;

    QuotaController(Quotas quotas, Texts texts) {
        this.quotas = quotas;
        this.texts = texts;
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

    @SchemaMapping
    String words(ResourceQuota quota, Locale locale) {
        return texts.get(
                "resource.quota", locale, "%,d".formatted(quota.usedMebibytes()), "%,d".formatted(quota.mostMebibytes()));
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
