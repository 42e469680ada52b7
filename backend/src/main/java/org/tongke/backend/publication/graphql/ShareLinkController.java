package org.tongke.backend.publication.graphql;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.publication.ShareLink;
import org.tongke.backend.publication.ShareLinks;

/** Links to how regions stand, in the section "publication" of the schema. */
@Controller
class ShareLinkController {
    private static final String PATH = "/public/shared/";

    private final ShareLinks links;
    private final Regions regions;
    private final Programmes programmes;
    private final Answers answers;
    private final String publicUrl;

    ShareLinkController(
            ShareLinks links,
            Regions regions,
            Programmes programmes,
            Answers answers,
            @Value("${tongke.public-url:http://localhost:8080}") String publicUrl) {
        this.links = links;
        this.regions = regions;
        this.programmes = programmes;
        this.answers = answers;
        this.publicUrl = publicUrl.replaceFirst("/+$", "");
    }

    @QueryMapping
    Connection<ShareLink> shareLinks(@Argument int first, @Argument @Nullable String after, Scope scope) {
        return links.list(PageRequest.of(ShareLinks.LIST, ShareLinks.LIST_KEYS, first, after), scope);
    }

    @SchemaMapping
    String id(ShareLink link) {
        return idOf(link);
    }

    @SchemaMapping
    String url(ShareLink link) {
        return publicUrl + PATH + link.key();
    }

    @SchemaMapping
    Region region(ShareLink link) {
        return regions.get(link.regionCode());
    }

    @SchemaMapping
    Programme programme(ShareLink link) {
        return programmes.find(link.programmeId()).orElseThrow();
    }

    @MutationMapping
    CreateShareLinkPayload createShareLink(@Argument CreateInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(
                () -> links.create(
                        new ShareLinks.Wanted(
                                input.id(),
                                GlobalId.rawOrNobodys("Region", input.regionId()),
                                programmes.findOrCurrent(input.programmeId()),
                                input.note(),
                                input.lastDay()),
                        viewer,
                        scope),
                CreateShareLinkPayload::new,
                locale);
    }

    @MutationMapping
    EndShareLinkPayload endShareLink(@Argument EndInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(
                () -> idOf(links.end(GlobalId.rawOrNobodys(ShareLink.TYPE, input.linkId()), viewer, scope)),
                EndShareLinkPayload::new,
                locale);
    }

    private static String idOf(ShareLink link) {
        return new GlobalId(ShareLink.TYPE, link.id()).encode();
    }

    record CreateInput(
            UUID id,
            String regionId,
            @Nullable String programmeId,
            @Nullable String note,
            LocalDate lastDay) {}

    record CreateShareLinkPayload(@Nullable ShareLink link, List<UserError> errors) {}

    record EndInput(String linkId) {}

    record EndShareLinkPayload(@Nullable String endedId, List<UserError> errors) {}
}
