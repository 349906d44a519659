package io.spotdock.cli;

import io.spotdock.domain.Hosting;
import io.spotdock.domain.Partition;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.domain.policy.ThoughtSpotPolicies;
import io.spotdock.service.Sessions;
import io.spotdock.settings.Settings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The two documents of the role, offline. */
@Command(
        name = "policy",
        description = "Writes the role's trust policy and permissions policy as JSON. Asks nobody.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spotdock policy -s spotdock.yaml",
            "  spotdock policy -s spotdock.yaml -o policies",
            "  spotdock policy -s spotdock.yaml | jq .trustPolicy"
        })
final class PolicyCommand extends Verb {
    @Mixin
    private SettingsOption settingsOption = new SettingsOption();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Write trust-policy.json and permissions-policy.json there, instead of to standard output.")
    private @Nullable Path directory;

    @Option(names = "--force", description = "Replace files that are there with another content.")
    private boolean force;

    PolicyCommand(Frame frame) {
        super(frame);
    }

    @Override
    protected ExitCode run(Output output) {
        CliContext context = frame().context();
        Settings settings = settingsOption.load(context);
        Hosting hosting =
                Sessions.offline(settings, () -> context.rooms().externalIds().of(settings));
        Partition partition = settings.aws().region().partition();
        String trust = PolicyJson.print(
                ThoughtSpotPolicies.trust(hosting, partition, settings.aws().accountId()));
        String permissions = PolicyJson.print(ThoughtSpotPolicies.permissions(
                partition,
                settings.bucket().name(),
                settings.bucket().prefix(),
                settings.bucket().kmsKey()));
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("trustPolicy", JsonText.read(trust));
        both.put("permissionsPolicy", JsonText.read(permissions));
        both.forEach(output::member);
        if (directory == null) {
            output.print(JsonText.print(both));
            return ExitCode.OK;
        }
        Path folder = context.directory().resolve(directory);
        LocalFiles.write(folder.resolve("trust-policy.json"), trust, force);
        LocalFiles.write(folder.resolve("permissions-policy.json"), permissions, force);
        output.say(context.texts().get("cli.policy.written", folder));
        return ExitCode.OK;
    }
}
