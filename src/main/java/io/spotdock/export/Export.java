package io.spotdock.export;

import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.RoleArn;
import io.spotdock.plan.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files of one integration. The same input gives the same files, to the byte. */
public final class Export {
    private final Blueprint blueprint;
    private final WebhookFile webhook;
    private final HandoffSheet sheet;

    /**
     * Prepares the files.
     *
     * @param role as it stands, or is to be made; it may have a path
     * @param bucketKey the key that a bucket encrypts with, where the settings don't name it but it was seen
     */
    public Export(Wanted wanted, RoleArn role, Optional<KmsKeyArn> bucketKey, WebhookDocument document, Wording words) {
        this.blueprint = new Blueprint(wanted, role, bucketKey);
        this.webhook = new WebhookFile(blueprint, document);
        this.sheet = new HandoffSheet(blueprint, webhook, words);
    }

    /** For the role that Spotdock would make. */
    public Export(Wanted wanted, WebhookDocument document, Wording words) {
        this(wanted, wanted.role().arn(), Optional.empty(), document, words);
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
                List.of(ExportFile.of("cloudformation.yaml", new CloudFormation(blueprint).template()));
            case TERRAFORM -> new Terraform(blueprint).files();
            case WEBHOOK -> webhook.file().stream().toList();
            case HANDOFF ->
                List.of(
                        ExportFile.of("handoff.md", HandoffMarkdown.of(sheet.with(company))),
                        ExportFile.of("handoff.html", HandoffHtml.of(sheet.with(company))));
        };
    }

    /** What the hand-off sheet lists, for showing. */
    public List<HandoffRow> sheet() {
        return sheet.rows();
    }
}
