package io.spotdock.leak;

import io.spotdock.port.CloudConnector;
import io.spotdock.sandbox.Sandbox;
import io.spotdock.sandbox.SandboxAccess;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.sandbox.thoughtspot.ThoughtSpotServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Everything that is done on the command line in search of a leak. Loaded by a {@link WovenLoader}. */
public final class CommandsRun implements Callable<List<String>> {
    /** These connect, and so fail in ways of their own. */
    private static final Set<String> CONNECTING = Set.of(
            "preflight",
            "plan",
            "apply",
            "test",
            "doctor",
            "deliveries",
            "receiver",
            "webhook show",
            "webhook delete",
            "fleet plan",
            "support-bundle");

    /** These tell of a webhook's address, or write it down. */
    private static final Set<String> TELLING = Set.of(
            "check-settings",
            "plan",
            "apply",
            "test",
            "doctor",
            "receiver",
            "journal",
            "export",
            "support-bundle",
            "webhook show",
            "webhook delete");

    private static final String HEALTHY = "bearer token and signature";

    private static final Set<String> FEW =
            Set.of("plan", "apply", "webhook show", "export", "support-bundle", "destroy");

    /** What is kept is asked for, used and taken out. */
    private static final Set<String> KEEPING = Set.of("plan", "apply", "webhook show", "support-bundle", "sign-in");

    private final Path root;
    private final Path logs;
    private final Planted planted = new Planted();
    private final List<String> leaks = new ArrayList<>();
    private final Map<String, Integer> looked = new TreeMap<>();
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.aws());
    /** Where releases are told; a server in trouble, which says back what it was told. */
    private final Echo releases = Echo.json(503);

    private int places;

    /** {@code logs} is where the log of all of it lies. */
    public CommandsRun(Path root, Path logs) {
        this.root = root;
        this.logs = logs;
    }

    /** The leaks; behind them, what was looked at. */
    @Override
    public List<String> call() throws Exception {
        try (sandbox;
                releases) {
            everyWayToSignInToTheWebhook();
            everyWayToSignInToThoughtSpot();
            everyWayToSignInToAws();
            everyWayToFail();
            secretsInTheWrongPlace();
        }
        everywhereElse();
        List<String> report = new ArrayList<>(leaks);
        report.add("# secrets planted: " + planted.size() + " " + planted.names());
        report.add("# places searched: " + looked);
        report.add("# secrets made and wiped: " + SecretTrail.count());
        report.add("# found: " + leaks.size());
        return report;
    }

    /** The log of all that was done, and files that a program leaves where it may. */
    private void everywhereElse() throws IOException {
        for (Path folder : List.of(logs, Path.of(System.getProperty("java.io.tmpdir"))))
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (!folder.equals(logs) && !file.getFileName().toString().contains("spotdock")) continue;
                    count(folder.equals(logs) ? "logs" : "temporary files");
                    Unpacked.texts(file.toString(), Files.readAllBytes(file))
                            .forEach(text -> planted.in(text).forEach(secret -> leaks.add(file + ": " + secret)));
                }
            }
    }

    private Office office() {
        Office office = new Office(root.resolve(String.valueOf(++places)));
        office.with(sandbox.access().environment())
                .with("SPOTDOCK_THOUGHTSPOT_URL", sandbox.access().thoughtSpot().toString())
                .with("SPOTDOCK_RELEASES", releases.address() + "/releases/latest")
                .with("AWS_EC2_METADATA_DISABLED", "true")
                .with("TOKEN_VARIABLE", planted.plant("webhook secret of a variable", "wh00k-Vari4ble-secret-0815"));
        office.write("receiver.secret", planted.plant("webhook secret of a file", "wh00k-F1le+secret/4711=\"x") + "\n");
        planted.plant("AWS secret key of a variable", sandbox.access().secretAccessKey());
        return office;
    }

    private Office signedIn() {
        return office().with(
                        "SPOTDOCK_TOKEN",
                        planted.plant("ThoughtSpot token", sandbox.access().thoughtSpotToken()));
    }

    private String settings(Office office, String webhook) {
        SandboxAccess access = sandbox.access();
        return office.write("spotdock.yaml", """
                spotdock: 1
                thoughtspot:
                  hosting: aws
                  org: Primary
                  account-id: "%s"
                aws: {account-id: "%s", region: us-east-1}
                bucket: {name: my-company-data-exports, prefix: thoughtspot/, create: true}
                role: {name: thoughtspot-s3-upload, external-id: ts-webhook-x7k9m2p4q1}
                webhook:
                  name: Webhook_S3
                  url: %s
                %s
                """.formatted(
                        access.thoughtSpotAccount(), access.customerAccount(), access.receiver(), webhook.indent(2)))
                .toString();
    }

    private void search(String scenario, Office office, Set<String> only, String webhook) {
        EveryCommand all = new EveryCommand(office, settings(office, webhook));
        all.run(only, (command, said) -> heard(scenario, command, said));
        searched(scenario, office);
    }

    private void heard(String scenario, String command, String said) {
        count("outputs");
        // Where all is as it should be, a command that is not understood would leave what it says unseen.
        if (scenario.equals(HEALTHY) && said.matches("(?s).*exit code (2|70)\n"))
            leaks.add("not understood: " + command + ": " + said);
        planted.in(said).forEach(secret -> leaks.add(scenario + ": " + command + ": " + secret));
        SecretTrail.unwiped().forEach(secret -> leaks.add(scenario + ": " + command + ": " + secret));
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            count("thread names");
            planted.in(thread.getName()).forEach(secret -> leaks.add("the name of a thread: " + secret));
        }
    }

    private void searched(String scenario, Office office) {
        office.files().forEach((path, bytes) -> {
            count("files");
            for (String text : Unpacked.texts(path, bytes))
                planted.in(path + "\n" + text).forEach(secret -> leaks.add(scenario + ": " + path + ": " + secret));
        });
    }

    private void count(String what) {
        looked.merge(what, 1, Integer::sum);
    }

    private static final String BEARER = "authentication: {bearer-token: env:TOKEN_VARIABLE}";

    private void everyWayToSignInToTheWebhook() {
        String hidden = planted.plant("secret of a URL parameter", "p4rameter-t0ken-value");
        String header = planted.plant("secret of a header", "h3ader-ap1-k3y-v4lue");
        search(HEALTHY, signedIn(), Set.of(), """
                authentication: {bearer-token: env:TOKEN_VARIABLE}
                signature: {header: X-Signature, secret: file:receiver.secret}
                url-params: {api-token: %s}
                headers: {X-Api-Key: %s}
                """.formatted(hidden, header));
        search("api key", signedIn(), FEW, """
                authentication: {api-key: {key: X-Key, value: file:receiver.secret}}
                url-params: {api-token: %s}
                """.formatted(hidden));
        search("basic", signedIn(), FEW, "authentication: {basic: {username: maria, password: env:TOKEN_VARIABLE}}");
        search(
                "oauth2",
                signedIn(),
                FEW,
                "authentication: {oauth2: {authorization-url: https://login.example.com/token, client-id: c, client-secret: file:receiver.secret}}");
    }

    private void everyWayToSignInToThoughtSpot() {
        planted.plant("ThoughtSpot password", ThoughtSpotServer.PASSWORD);
        planted.plant("ThoughtSpot secret key", ThoughtSpotServer.SECRET_KEY);
        search(
                "password",
                office().with("SPOTDOCK_USER", "admin").with("SPOTDOCK_PASSWORD", ThoughtSpotServer.PASSWORD),
                FEW,
                BEARER);
        search(
                "secret key",
                office().with("SPOTDOCK_USER", "admin").with("SPOTDOCK_SECRET_KEY", ThoughtSpotServer.SECRET_KEY),
                FEW,
                BEARER);
        search("typed token", office().typing(sandbox.access().thoughtSpotToken()), FEW, BEARER);
        search(
                "typed password",
                office().with("SPOTDOCK_USER", "admin").typing(ThoughtSpotServer.PASSWORD),
                FEW,
                BEARER);
        kept(signedIn());
        kept(office().with("SPOTDOCK_USER", "admin").with("SPOTDOCK_PASSWORD", ThoughtSpotServer.PASSWORD));
        Office wrong = office().with("SPOTDOCK_TOKEN", planted.plant("wrong token", "wr0ng-Token-that-no-one-takes"));
        search("wrong token", wrong, CONNECTING, BEARER);
        Office illegal = office().with(
                        "SPOTDOCK_TOKEN", planted.plant("token with a line in it", "t0ken-0f-lines\nand m0re-of-it"));
        search("token that no header can carry", illegal, CONNECTING, BEARER);
        Office file = office();
        String token =
                file.write("token", sandbox.access().thoughtSpotToken() + "\n").toString();
        String settings = settings(file, BEARER);
        heard("token file", "plan", file.run("plan", "-s", settings, "--token-file", token, "-v"));
        heard(
                "token as an argument",
                "plan",
                file.run("plan", "-s", settings, "--token", sandbox.access().thoughtSpotToken()));
        heard(
                "token as a word",
                "plan",
                file.run("plan", "-s", settings, sandbox.access().thoughtSpotToken(), "-v"));
        heard("token as a command", "", file.run(sandbox.access().thoughtSpotToken(), "--json"));
        heard(
                "token behind an equals sign",
                "",
                file.run("plan", "--tokn=" + sandbox.access().thoughtSpotToken()));
        searched("token file", file);
    }

    /** In the keychain, and nowhere else: not in the record of what is there, nor in what is said of it. */
    private void kept(Office office) {
        String settings = settings(office, BEARER);
        heard("kept", "sign-in", office.run("sign-in", "-s", settings, "-v"));
        if (office.keychain().kept().isEmpty()) leaks.add("the sign-in was not kept, so that nothing was looked at");
        // Those that remain, which a person would no longer have set.
        for (String variable : List.of("SPOTDOCK_TOKEN", "SPOTDOCK_PASSWORD")) office.with(variable, "");
        search("kept in the keychain", office, KEEPING, BEARER);
        office.keychain().refuse("fault.keychain.locked");
        heard("kept", "plan", office.run("plan", "-s", settings, "--keychain", "-v"));
        searched("kept in a locked keychain", office);
    }

    private void everyWayToSignInToAws() {
        SandboxAccess access = sandbox.access();
        String session = planted.plant("AWS session token", "IQoJb3JpZ2luX2VjE" + "Zx9".repeat(110) + "==");
        String wrongKey = planted.plant("AWS secret key of a file", "wJ4lrXUtnFEMI0K7MDENG5bPxRfiCYzPL4NT3DK3");
        Office shared = without(signedIn(), "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");
        shared.write("home/.aws/credentials", """
                [default]
                aws_access_key_id = AKIAPLANTED000000001
                aws_secret_access_key = %s
                aws_session_token = %s
                """.formatted(wrongKey, session));
        search("keys of a file", files(shared), CONNECTING, BEARER);
        Office process = without(signedIn(), "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");
        Path printed = process.write("printed.json", """
                {"Version": 1, "AccessKeyId": "%s", "SecretAccessKey": "%s"}
                """.formatted(access.accessKeyId(), access.secretAccessKey()));
        process.write("home/.aws/config", "[default]\ncredential_process = cat " + printed + "\n");
        search("credential process", files(process), FEW, BEARER);
        Office odd = without(signedIn(), "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");
        Path nonsense = odd.write("printed.json", "{\"SecretAccessKey\": \"" + wrongKey + "\", nonsense");
        odd.write("home/.aws/config", "[default]\ncredential_process = cat " + nonsense + "\n");
        search("credential process that prints nonsense", files(odd), CONNECTING, BEARER);
        Office broken = without(signedIn(), "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");
        broken.write("home/.aws/credentials", "[default\naws_secret_access_key " + wrongKey + "\n" + session + "\n");
        search("a credentials file that is broken", files(broken), CONNECTING, BEARER);
        sso(session, wrongKey);
        mfa(wrongKey);
    }

    private void sso(String session, String key) {
        String token = planted.plant("SSO token", "s50-t0ken-of-the-cache-" + "q7".repeat(20));
        String renewing = planted.plant("SSO refresh token", "s50-renew1ng-of-the-cache-" + "w8".repeat(20));
        String client = planted.plant("SSO client secret", "s50-cl1ent-of-the-cache-" + "e9".repeat(20));
        for (int status : List.of(200, 401, 403, 500))
            try (Echo echo = Echo.json(status)) {
                Office office = without(signedIn(), "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");
                office.write("home/.aws/config", """
                        [default]
                        sso_session = corp
                        sso_account_id = 999888777666
                        sso_role_name = Admin
                        [sso-session corp]
                        sso_start_url = https://corp.awsapps.com/start
                        sso_region = eu-central-1
                        """);
                Instant end = status == 500
                        ? Instant.now().minusSeconds(60)
                        : Instant.now().plusSeconds(9_000);
                office.write("home/.aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json", """
                        {"startUrl": "https://corp.awsapps.com/start", "region": "eu-central-1", "accessToken": "%s",
                         "expiresAt": "%s", "clientId": "c", "clientSecret": "%s", "refreshToken": "%s",
                         "registrationExpiresAt": "%s"}
                        """.formatted(
                                token, end, client, renewing, Instant.now().plusSeconds(90_000)));
                office.with("AWS_ENDPOINT_URL_SSO", echo.address().toString())
                        .with("AWS_ENDPOINT_URL_SSO_OIDC", echo.address().toString());
                search("SSO that answers " + status, files(office), Set.of("plan", "doctor"), BEARER);
            }
        planted.plant("AWS session token", session);
        planted.plant("AWS secret key of a file", key);
    }

    private void mfa(String key) {
        String code = planted.plant("MFA code", "739164");
        for (int status : List.of(200, 403))
            try (Echo echo = Echo.xml(status)) {
                Office office = without(signedIn(), "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")
                        .typing(code);
                office.write("home/.aws/config", """
                        [default]
                        role_arn = arn:aws:iam::999888777666:role/Ops
                        source_profile = own
                        mfa_serial = arn:aws:iam::999888777666:mfa/lee
                        [profile own]
                        aws_access_key_id = AKIAPLANTED000000001
                        aws_secret_access_key = %s
                        """.formatted(key));
                office.with("AWS_ENDPOINT_URL", echo.address().toString());
                search("MFA where AWS answers " + status, files(office), Set.of("plan", "apply"), BEARER);
            }
    }

    private static Office without(Office office, String... variables) {
        for (String variable : variables) office.with(variable, "");
        return office;
    }

    /** With the files of its own home, which the sandbox's environment leads away from. */
    private static Office files(Office office) {
        Path aws = office.in.resolve("home/.aws");
        return office.with("AWS_CONFIG_FILE", aws.resolve("config").toString())
                .with("AWS_SHARED_CREDENTIALS_FILE", aws.resolve("credentials").toString());
    }

    private void everyWayToFail() {
        for (int status : List.of(200, 400, 401, 403, 404, 418, 429, 500))
            try (Echo thoughtSpot = Echo.json(status)) {
                Office office = signedIn()
                        .with("SPOTDOCK_THOUGHTSPOT_URL", thoughtSpot.address().toString());
                search("ThoughtSpot that repeats with " + status, office, CONNECTING, BEARER);
                Office password = office().with("SPOTDOCK_USER", "admin")
                        .with("SPOTDOCK_PASSWORD", ThoughtSpotServer.PASSWORD)
                        .with("SPOTDOCK_THOUGHTSPOT_URL", thoughtSpot.address().toString());
                search("ThoughtSpot that repeats a password with " + status, password, Set.of("plan"), BEARER);
            }
        for (int status : List.of(200, 400, 403, 418))
            try (Echo aws = Echo.xml(status)) {
                Office office =
                        signedIn().with("AWS_ENDPOINT_URL", aws.address().toString());
                office.with(
                        "AWS_SESSION_TOKEN",
                        planted.plant("AWS session token of a variable", "FwoGZXIvYXdz" + "kD4".repeat(120)));
                search("AWS that repeats with " + status, office, CONNECTING, BEARER);
            }
        String plain = "https://" + sandbox.access().thoughtSpot().getAuthority();
        search("no TLS there", signedIn().with("SPOTDOCK_THOUGHTSPOT_URL", plain), Set.of("plan", "doctor"), BEARER);
        String password = planted.plant("proxy password", "pr0xy-Passw0rd-of-us");
        try (Echo proxy = Echo.json(407)) {
            String url = "http://maria:" + password + "@" + proxy.address().getAuthority();
            Office office =
                    signedIn().with("HTTPS_PROXY", url).with("https_proxy", url).with("HTTP_PROXY", url);
            office.with("SPOTDOCK_THOUGHTSPOT_URL", "https://my-company.thoughtspot.cloud")
                    .with("AWS_ENDPOINT_URL", "");
            search("a proxy that refuses", office, Set.of("plan", "doctor", "receiver"), BEARER);
        }
        // Nobody listens there: whoever takes no notice of the proxy stays on this computer.
        Office oddProxy = signedIn()
                .with("HTTPS_PROXY", "http://maria:" + password + "@no where:80")
                .with("SPOTDOCK_THOUGHTSPOT_URL", "https://127.0.0.1:1")
                .with("AWS_ENDPOINT_URL", "https://127.0.0.1:1");
        search("a proxy that is no address", oddProxy, Set.of("plan", "doctor", "receiver"), BEARER);
        interruptions();
        bugs();
    }

    private void interruptions() {
        Office office = signedIn();
        EveryCommand all = new EveryCommand(office, settings(office, BEARER));
        for (String command : List.of("plan", "apply", "test", "doctor"))
            all.interrupted(
                    List.of(command, "-s", settings(office, BEARER), "-v"),
                    (words, said) -> heard("interrupted", words, said));
        searched("interrupted", office);
    }

    /** What the JDK says of a value that it can't take holds the value. */
    private void bugs() {
        String token = sandbox.access().thoughtSpotToken();
        Office number = signedIn().clouds(_ -> bug(() -> Integer.parseInt(token)));
        search("a bug", number, CONNECTING, BEARER);
        Office error = signedIn().webhooks(_ -> {
            throw new AssertionError(thrown(() -> URI.create("no address " + token)));
        });
        search("an error", error, CONNECTING, BEARER);
    }

    private static CloudConnector bug(Runnable bug) {
        bug.run();
        throw new IllegalStateException();
    }

    private static Throwable thrown(Runnable bug) {
        try {
            bug.run();
        } catch (RuntimeException e) {
            return e;
        }
        throw new IllegalStateException("no bug");
    }

    private void secretsInTheWrongPlace() {
        String wrong = planted.plant("secret in place of a reference", "wr0ng-place-for-a-s3cret");
        List<String> places = List.of(
                "authentication: {bearer-token: %s}",
                "authentication: {bearer-token: \"env:%s x\"}",
                "authentication: {api-key: {key: X-Key, value: %s}}",
                "authentication: {basic: {username: u, password: %s}}",
                "authentication: {oauth2: {authorization-url: https://x, client-id: c, client-secret: %s}}",
                "signature: {header: X-S, secret: %s}",
                "authentication: %s",
                "authentication: {token: %s}",
                "headers: {Authorization: Bearer %s}",
                "headers: {X-Secret: [%s]}",
                "signature: [%s",
                "signature: !%s x",
                "signature: {header: \"%s",
                "signature: *%s");
        for (String place : places) {
            Office office = signedIn();
            search(
                    "misplaced: " + place,
                    office,
                    Set.of("check-settings", "plan", "support-bundle", "wizard"),
                    place.formatted(wrong));
        }
        Office json = signedIn();
        String file = json.write("broken.json", "{\"spotdock\": 1, \"webhook\": " + wrong + "}")
                .toString();
        heard("misplaced in JSON", "check-settings", json.run("check-settings", "-s", file, "-v"));
        for (String field : List.of("bearer-token", "basic-password", "api-key-value", "oauth2-client-secret"))
            heard(
                    "misplaced on the command line",
                    "init",
                    json.run("init", "--no-input", "-v", "--webhook-authentication-" + field + "=" + wrong));
        String address = planted.plant("secret in an address", "s3cret-in-an-addr3ss");
        for (String url : List.of(
                "https://maria:%s@api.example.com/hook",
                "https://api.example.com/hook?sig=%s", "https://api.example.com/hook?code=%s&x=y")) {
            Office office = signedIn();
            String settings = settings(office, BEARER);
            String text = read(Path.of(settings)).replaceAll("url: http\\S+", "url: " + url.formatted(address));
            office.write("spotdock.yaml", text);
            EveryCommand all = new EveryCommand(office, settings);
            all.run(TELLING, (command, said) -> heard("webhook URL " + url, command, said));
            searched("webhook URL " + url, office);
        }
        Office host = signedIn()
                .with("SPOTDOCK_THOUGHTSPOT_URL", "https://maria:" + address + "@ts.example.com/?token=" + address);
        search("ThoughtSpot URL with a secret", host, Set.of("plan", "check-settings", "support-bundle"), BEARER);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
