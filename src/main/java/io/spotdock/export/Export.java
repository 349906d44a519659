package io.spotdock.export;

import io.spotdock.domain.Fault;
import io.spotdock.domain.resource.ResourceId;
import io.spotdock.plan.Wanted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of one integration. The same input gives the same files, to the byte. */
public final class Export {
    private final Blueprint blueprint;
    private final WebhookFile webhook;
    private final HandoffSheet sheet;

    /**
     * Prepares the files.
     *
     * @param standing what is there already
     */
    public Export(Wanted wanted, Standing standing, WebhookDocument document, Wording words) {
        this.blueprint = new Blueprint(wanted, standing);
        this.webhook = new WebhookFile(blueprint, document);
        this.sheet = new HandoffSheet(blueprint, webhook, words);
    }

    /** For whom nobody looked what is there. */
    public Export(Wanted wanted, WebhookDocument document, Wording words) {
        this(wanted, Standing.NOTHING, document, words);
    }

    /** The files of these formats, in the order of {@link Format}. */
    public List<ExportFile> files(Set<Format> formats) {
        List<ExportFile> files = new ArrayList<>();
        for (Format format : Format.values()) if (formats.contains(format)) files.addAll(files(format, formats));
        return List.copyOf(files);
    }

    private List<ExportFile> files(Format format, Set<Format> company) {
        return switch (format) {
            case POLICIES -> PolicyFiles.of(blueprint);
            case CLI -> new CliScripts(blueprint).files();
            case CLOUDFORMATION ->
                List.of(ExportFile.of(
                        "cloudformation.yaml", new CloudFormation(new Template(blueprint), Defaults.OWN).template()));
            case TERRAFORM -> terraform();
            case WEBHOOK -> webhook.file().stream().toList();
            case HANDOFF ->
                List.of(
                        ExportFile.of("handoff.md", HandoffMarkdown.of(sheet.with(company))),
                        ExportFile.of("handoff.html", HandoffHtml.of(sheet.with(company))));
        };
    }

    /** A module that is nobody's, and the root that calls it with this integration's values. */
    private List<ExportFile> terraform() {
        Template template = new Template(blueprint);
        return Stream.concat(
                        new Terraform(template, Defaults.NONE).files().stream(),
                        new TerraformExample(template).files().stream())
                .map(file -> file.below("terraform"))
                .toList();
    }

    /** What whoever uses the files of these formats has to know of what stands already. */
    public List<Fault> notes(Set<Format> formats) {
        List<Fault> notes = new ArrayList<>();
        if (!Collections.disjoint(formats, HandoffWays.WITHOUT_CLIENT_ID))
            blueprint
                    .missingClientId()
                    .ifPresent(id -> notes.add(Fault.of(
                            "note.export-client-id",
                            id,
                            blueprint.provider().orElseThrow().arn())));
        List<ResourceId> there = blueprint.inTheWay();
        if (formats.contains(Format.CLOUDFORMATION) && !there.isEmpty())
            notes.add(Fault.of(
                    "note.export-not-by-stack",
                    there.stream().map(ResourceId::toString).collect(Collectors.joining(", "))));
        return List.copyOf(notes);
    }

    /** What the hand-off sheet lists, for showing. */
    public List<HandoffRow> sheet() {
        return sheet.rows();
    }
}
