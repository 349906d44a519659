package io.spotdock.cli;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.sandbox.Sandbox;
import io.spotdock.sandbox.SandboxAccess;
import io.spotdock.sandbox.control.SandboxOptions;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The embedded AWS and ThoughtSpot, until interrupted. */
@Command(
        name = "sandbox",
        description = "Runs an AWS and a ThoughtSpot of its own on this computer, until interrupted.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spotdock sandbox > sandbox.env &",
            "  spotdock sandbox --port 4566 --hosting gcp",
            "  spotdock sandbox --fault throttle=3 --fault propagation=20",
            "  spotdock sandbox --members 20 --orgs 100"
        })
final class SandboxCommand extends Verb {
    /** Far more than a fleet needs. */
    private static final int MOST = 10_000;

    /** Where the sandbox's ThoughtSpot runs. */
    enum HostedOn {
        aws,
        gcp
    }

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port of its AWS end point; 0 (the default) takes any free one.")
    private int port;

    @Option(
            names = "--hosting",
            paramLabel = "CLOUD",
            description = "Where its ThoughtSpot runs: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private HostedOn hosting = HostedOn.aws;

    @Option(
            names = "--fault",
            paramLabel = "NAME[=VALUE]",
            mapFallbackValue = "",
            description = "What is to go wrong, of the faults below; may be given several times.")
    private Map<String, String> faults = new LinkedHashMap<>();

    @Option(
            names = "--members",
            paramLabel = "N",
            description = "How many more accounts its organization has, each with OrganizationAccountAccessRole.")
    private int members;

    @Option(
            names = "--orgs",
            paramLabel = "N",
            description = "How many more Orgs its ThoughtSpot has: Org 1 and so on.")
    private int orgs;

    SandboxCommand(Frame frame) {
        super(frame);
    }

    @Override
    protected ExitCode run(Output output) {
        SandboxFaults.check(faults);
        if (port < 0 || port > 65_535) throw wrongPort(Fault.of("fault.port", port));
        if (members < 0 || members > MOST) throw wrong("--members", Fault.of("fault.sandbox.size", MOST));
        if (orgs < 0 || orgs > MOST) throw wrong("--orgs", Fault.of("fault.sandbox.size", MOST));
        SandboxOptions options = SandboxOptions.aws()
                .withPort(port)
                .withGcpHosted(hosting == HostedOn.gcp)
                .withFaults(faults)
                .withMembersAndOrgs(members, orgs)
                .withClock(frame().context().clock());
        try (Sandbox sandbox = start(options)) {
            Map<String, String> variables = variables(sandbox.access());
            variables.forEach((name, value) -> output.print("export " + name + "=" + quoted(value) + "\n"));
            output.member("environment", variables);
            output.say(frame().context().texts().get("cli.sandbox.running"));
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            // To be stopped is how a sandbox is meant to end.
            output.say(frame().context().texts().get("cli.sandbox.stopped"));
        }
        return ExitCode.OK;
    }

    private Sandbox start(SandboxOptions options) {
        try {
            return Sandbox.start(options);
        } catch (UncheckedIOException e) {
            // Only AWS's own port can be named, and so only that can be somebody else's.
            if (e.getCause() instanceof BindException && port != 0) throw wrongPort(Fault.of("fault.port.taken", port));
            throw e;
        }
    }

    private static FailureException wrongPort(Fault fault) {
        return wrong("--port", fault);
    }

    private static FailureException wrong(String option, Fault fault) {
        return new FailureException(new Failure.Invalid(option, fault, ""));
    }

    private static Map<String, String> variables(SandboxAccess access) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("AWS_ENDPOINT_URL", access.awsEndpoint().toString());
        variables.put("AWS_REGION", access.region().value());
        variables.put("AWS_ACCESS_KEY_ID", access.accessKeyId());
        variables.put("AWS_SECRET_ACCESS_KEY", access.secretAccessKey());
        variables.put("SPOTDOCK_THOUGHTSPOT_URL", access.thoughtSpot().toString());
        variables.put("SPOTDOCK_TOKEN", access.thoughtSpotToken());
        variables.put("SANDBOX_CUSTOMER_ACCOUNT", access.customerAccount().value());
        variables.put("SANDBOX_THOUGHTSPOT_ACCOUNT", access.thoughtSpotAccount().value());
        variables.put("SANDBOX_THOUGHTSPOT_ACCESS_KEY_ID", access.thoughtSpotAccessKeyId());
        variables.put("SANDBOX_THOUGHTSPOT_SECRET_ACCESS_KEY", access.thoughtSpotSecretAccessKey());
        variables.put("SANDBOX_SERVICE_ACCOUNT_ID", access.serviceAccount().value());
        variables.put("SANDBOX_RECEIVER_URL", access.receiver().toString());
        variables.put("SANDBOX_SIGNED_RECEIVER_URL", access.signedReceiver().toString());
        variables.put("SANDBOX_SIGNATURE_HEADER", access.signatureHeader());
        variables.put("SANDBOX_SIGNATURE_SECRET", access.signatureSecret());
        if (!access.memberAccounts().isEmpty())
            variables.put(
                    "SANDBOX_MEMBER_ACCOUNTS",
                    access.memberAccounts().stream().map(AccountId::value).collect(Collectors.joining(",")));
        variables.put("SANDBOX_GOOGLE_TOKEN_URL", access.googleTokenUrl().toString());
        return variables;
    }

    /** In single quotes for a POSIX shell, unless nothing in it means anything to one. */
    static String quoted(String value) {
        return value.matches("[A-Za-z0-9_./:@%+=,-]+") ? value : "'" + value.replace("'", "'\\''") + "'";
    }
}
