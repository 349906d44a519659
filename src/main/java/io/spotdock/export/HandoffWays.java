package io.spotdock.export;

import io.spotdock.domain.resource.IdentityProvider;
import io.spotdock.export.Handoff.Block;
import io.spotdock.export.Handoff.Section;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The sections of a hand-off sheet on how to use the files that lie beside it. */
final class HandoffWays {
    /** Those that don't add a client ID to a provider that is there. */
    static final Set<Format> WITHOUT_CLIENT_ID = Set.of(Format.POLICIES, Format.CLOUDFORMATION, Format.TERRAFORM);

    private final Blueprint blueprint;
    private final Wording words;

    HandoffWays(Blueprint blueprint, Wording words) {
        this.blueprint = blueprint;
        this.words = words;
    }

    List<Section> sections(Set<Format> company) {
        List<Section> sections = new ArrayList<>();
        for (Format format : Format.values()) if (company.contains(format)) sections.addAll(sections(format));
        if (!Collections.disjoint(company, WITHOUT_CLIENT_ID))
            blueprint.missingClientId().ifPresent(id -> sections.addFirst(clientId(id)));
        return sections;
    }

    private List<Section> sections(Format format) {
        String account = blueprint.role().arn().account().value();
        return switch (format) {
            case POLICIES -> List.of(section("export.sheet.policies", List.of()));
            case CLI -> List.of(section("export.sheet.cli", List.of(Block.shell("sh " + CliScripts.APPLY)), account));
            case CLOUDFORMATION -> cloudFormation(account);
            case TERRAFORM -> {
                String root = "terraform -chdir=terraform/" + TerraformExample.FOLDER;
                Block commands = Block.shell(root + " init", root + " apply");
                yield List.of(section("export.sheet.terraform", List.of(commands)));
            }
            case WEBHOOK, HANDOFF -> List.of();
        };
    }

    private List<Section> cloudFormation(String account) {
        QuickCreateLink link = new QuickCreateLink(blueprint);
        Block deploy = Block.shell(
                "aws cloudformation deploy --region "
                        + blueprint.settings().aws().region() + " \\",
                "  --template-file " + CloudFormation.FILE + " --stack-name " + QuickCreateLink.STACK + " \\",
                "  --capabilities CAPABILITY_NAMED_IAM");
        return List.of(
                section("export.sheet.cloudformation", List.of(deploy), account),
                section(
                        "export.sheet.quick-create",
                        List.of(Block.shell(link.upload()), new Block("", link.url())),
                        QuickCreateLink.BUCKET));
    }

    private Section clientId(String id) {
        String arn = blueprint.provider().map(IdentityProvider::arn).orElseThrow();
        Block command = Block.shell(
                "aws iam add-client-id-to-open-id-connect-provider \\",
                "  --open-id-connect-provider-arn " + arn + " --client-id " + id);
        return section("export.sheet.client-id", List.of(command), id);
    }

    private Section section(String key, List<Block> blocks, Object... arguments) {
        return new Section(words.get(key), words.get(key + ".how", arguments), List.of(), blocks);
    }
}
