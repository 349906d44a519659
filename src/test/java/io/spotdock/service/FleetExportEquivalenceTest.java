package io.spotdock.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.spotdock.domain.AccountId;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.ServiceAccountId;
import io.spotdock.engine.Account;
import io.spotdock.engine.CloudFormation;
import io.spotdock.engine.TerraformFleet;
import io.spotdock.export.ExportFile;
import io.spotdock.export.fleet.FleetExport;
import io.spotdock.export.fleet.FleetFormat;
import io.spotdock.journal.Journal;
import io.spotdock.plan.Aim;
import io.spotdock.plan.Scope;
import io.spotdock.sandbox.SandboxAccess;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.sandbox.control.Snapshot;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.Settings;
import io.spotdock.settings.fleet.FleetEntry;
import io.spotdock.settings.fleet.Manifest;
import io.spotdock.settings.fleet.ManifestChecked;
import io.spotdock.settings.fleet.ManifestFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Whichever engine a fleet is carried out with, what then stands is what {@code apply} makes of each integration. */
class FleetExportEquivalenceTest {
    /** Both hostings, three partitions, shared buckets, destinations and providers, and names that Terraform has not. */
    private static final String FLEET = """
            spotdock-fleet: 1
            sign-in: {role: deployment/Deployer}
            defaults:
              thoughtspot: {hosting: aws, account-id: "123456789012", service-account-id: "115663769112811637952"}
              aws: {account-id: "111122223333", region: us-east-1}
              bucket: {name: acme-shared, prefix: "{name}/"}
              role: {name: "ts-{name}", external-id: "ts-{name}"}
            integrations:
              - {name: sales, thoughtspot: {org: A}}
              - {name: sales.emea, thoughtspot: {org: B}, bucket: {prefix: "it's \\"here\\" `id` \\\\ Größe #{x}; & <b> %{y}/"}}
              - name: 1st
                thoughtspot: {org: C}
                aws: {region: eu-central-1}
                bucket:
                  name: acme-first
                  prefix: ""
                  kms-key: "arn:aws:kms:eu-central-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab"
              - {name: google, thoughtspot: {org: D, hosting: gcp}}
              - name: google-2
                thoughtspot: {org: E, hosting: gcp, service-account-id: "999663769112811637952"}
                aws: {region: eu-central-1}
                bucket: {name: acme-google, tls-only: false}
              - {name: for, thoughtspot: {org: F}, aws: {account-id: "444455556666"}, bucket: {name: acme-there, create: false}}
              - {name: also-sales, thoughtspot: {org: G}, bucket: {prefix: sales/}, role: {name: ts-sales, external-id: ts-sales}}
              - {name: second, thoughtspot: {org: H}, bucket: {name: acme-second}}
              - {name: n_sales_emea, thoughtspot: {org: I}, bucket: {name: acme-third}}
              - name: elsewhere
                thoughtspot: {org: J}
                bucket: {name: acme-elsewhere}
                role: {arn: "arn:aws:iam::111122223333:role/theirs"}
              - name: gov
                thoughtspot: {org: K, hosting: gcp}
                aws: {account-id: "777788889999", region: us-gov-west-1}
                bucket: {name: acme-gov}
              - name: china
                thoughtspot: {org: L, hosting: gcp}
                aws: {account-id: "222233334444", region: cn-north-1}
                bucket: {name: acme-china, kms-key: "arn:aws-cn:kms:cn-north-1:222233334444:key/mrk-1234abcd12ab34cd56ef1234567890ab"}
                role: {google-provider: built-in}
            """;

    @TempDir
    private Path folder;

    /** A sandbox for each account. */
    private static final class Accounts implements AutoCloseable {
        private final Map<String, World> worlds = new LinkedHashMap<>();
        private final List<SdkAutoCloseable> clients = new ArrayList<>();

        Accounts(Manifest fleet) {
            fleet.entries()
                    .forEach(entry -> worlds.computeIfAbsent(
                            entry.settings().aws().accountId().value(), id -> world(id, entry.settings())));
            try (S3Client s3 = s3(world("444455556666"), "us-east-1")) {
                s3.createBucket(b -> b.bucket("acme-there"));
            }
        }

        private static World world(String account, Settings settings) {
            return new World(SandboxOptions.aws()
                    .withGcpHosted(settings.thoughtSpot().hosting() == Settings.HostingChoice.GCP)
                    .withCustomer(new AccountId(account))
                    .withRegion(settings.aws().region()));
        }

        World world(String account) {
            return Optional.ofNullable(worlds.get(account)).orElseThrow();
        }

        Account account(String id, String region) {
            World world = world(id);
            IamClient iam = world.iam();
            S3Client s3 = s3(world, region);
            clients.add(iam);
            clients.add(s3);
            return new Account(new RegionName(region).partition().id(), id, region, iam, s3);
        }

        private static S3Client s3(World world, String region) {
            SandboxAccess access = world.sandbox.access();
            return S3Client.builder()
                    .endpointOverride(access.awsEndpoint())
                    .credentialsProvider(StaticCredentialsProvider.create(
                            AwsBasicCredentials.create(access.accessKeyId(), access.secretAccessKey())))
                    .region(Region.of(region))
                    .forcePathStyle(true)
                    .httpClient(UrlConnectionHttpClient.create())
                    .build();
        }

        Map<String, Snapshot> state() {
            return worlds.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, world -> world.getValue().sandbox.snapshot()));
        }

        @Override
        public void close() {
            clients.forEach(SdkAutoCloseable::close);
            worlds.values().forEach(World::close);
        }
    }

    @Test
    void everyEngineMakesWhatApplyMakes() throws Exception {
        Manifest fleet = fleet();
        Map<String, Snapshot> applied;
        try (Accounts accounts = new Accounts(fleet)) {
            for (FleetEntry entry : fleet.entries())
                if (!entry.settings().role().isMadeElsewhere()) apply(entry.settings(), accounts);
            applied = accounts.state();
            Snapshot largest = accounts.world("111122223333").sandbox.snapshot();
            assertThat(largest.roles()).hasSize(7);
            assertThat(largest.buckets()).hasSize(5);
            assertThat(largest.identityProviders().values())
                    .containsExactly(List.of("115663769112811637952", "999663769112811637952"));
        }
        try (Accounts accounts = new Accounts(fleet)) {
            carryOutStackSets(files(fleet, FleetFormat.CLOUDFORMATION), accounts);
            assertThat(accounts.state()).isEqualTo(applied);
        }
        try (Accounts accounts = new Accounts(fleet)) {
            TerraformFleet root = new TerraformFleet(files(fleet, FleetFormat.TERRAFORM), accounts::account);
            Map<String, String> arns = root.apply();
            assertThat(accounts.state()).isEqualTo(applied);
            assertThat(arns).hasSize(11).doesNotContainKey("elsewhere");
            assertThat(arns.get("also-sales")).isEqualTo(arns.get("sales"));
            fleet.entries().stream()
                    .filter(entry -> arns.containsKey(entry.name()))
                    .forEach(entry -> assertThat(arns.get(entry.name()))
                            .endsWith(":role/" + entry.settings().role().name()));
        }
    }

    private Manifest fleet() throws Exception {
        ManifestChecked checked = ManifestFile.read(Files.writeString(folder.resolve("acme.yaml"), FLEET));
        assertThat(checked.problems()).isEmpty();
        return checked.good().orElseThrow();
    }

    private static Map<String, String> files(Manifest fleet, FleetFormat format) {
        Map<String, String> files = new TreeMap<>();
        for (ExportFile file :
                new FleetExport(fleet, FleetExportEquivalenceTest::hosting, (key, _) -> key).files(Set.of(format)))
            files.put(file.path().substring(file.path().indexOf('/') + 1), file.content());
        return files;
    }

    private static Hosting hosting(FleetEntry entry) {
        Settings settings = entry.settings();
        return settings.thoughtSpot()
                .accountId()
                .<Hosting>map(account ->
                        new Hosting.OnAws(account, settings.role().externalId().orElseThrow()))
                .orElseGet(() -> new Hosting.OnGcp(
                        settings.thoughtSpot().serviceAccountId().orElseThrow(),
                        settings.role().provider()));
    }

    /** As the file beside them tells: set after set, in its order. */
    private static void carryOutStackSets(Map<String, String> files, Accounts accounts) throws Exception {
        List<String> sets = Pattern.compile("(?m)^## [0-9]+\\. (.*)$")
                .matcher(file(files, "README.md"))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(sets).hasSizeGreaterThan(6).doesNotHaveDuplicates();
        int stacks = 0;
        for (String set : sets) {
            JsonNode input = new ObjectMapper().readTree(file(files, set + "/stack-set.json"));
            assertThat(input.get("StackSetName").asText()).isEqualTo(set);
            for (Map.Entry<String, String> file : files.entrySet()) {
                if (!file.getKey().startsWith(set + "/instances-")) continue;
                stack(
                        new ObjectMapper().readTree(file.getValue()),
                        file(files, set + "/template.yaml"),
                        input,
                        accounts);
                stacks++;
            }
        }
        assertThat(stacks).isEqualTo((int) files.keySet().stream()
                .filter(path -> path.contains("/instances-"))
                .count());
    }

    private static String file(Map<String, String> files, String path) {
        return Optional.ofNullable(files.get(path)).orElseThrow(() -> new AssertionError("no " + path));
    }

    private static void stack(JsonNode instances, String template, JsonNode set, Accounts accounts) throws Exception {
        Account account = accounts.account(
                instances.at("/Accounts/0").asText(), instances.at("/Regions/0").asText());
        Map<String, String> values = parameters(instances.get("ParameterOverrides"));
        // A stack set has to say something of each, or there is nothing to override.
        assertThat(parameters(set.get("Parameters")).keySet()).isEqualTo(values.keySet());
        if (values.containsKey("ServiceAccountIds")) provider(template, values, account);
        else new CloudFormation(template, values, account).deploy();
    }

    private static Map<String, String> parameters(JsonNode list) {
        Map<String, String> values = new LinkedHashMap<>();
        list.forEach(parameter -> values.put(
                parameter.get("ParameterKey").textValue(),
                parameter.get("ParameterValue").textValue()));
        return values;
    }

    /** The one template with a list among its parameters. */
    private static void provider(String template, Map<String, String> values, Account account) throws Exception {
        JsonNode resource = new YAMLMapper().readTree(template).at("/Resources/IdentityProvider");
        assertThat(resource.get("Type").asText()).isEqualTo("AWS::IAM::OIDCProvider");
        assertThat(resource.at("/Properties/ClientIdList/Ref").asText()).isEqualTo("ServiceAccountIds");
        List<Tag> tags = new ArrayList<>();
        resource.at("/Properties/Tags")
                .forEach(tag -> tags.add(Tag.builder()
                        .key(tag.get("Key").asText())
                        .value(tag.get("Value").asText())
                        .build()));
        account.iam()
                .createOpenIDConnectProvider(
                        b -> b.url(resource.at("/Properties/Url").asText())
                                .clientIDList(values.getOrDefault("ServiceAccountIds", "")
                                        .split(","))
                                .tags(tags));
    }

    private static void apply(Settings settings, Accounts accounts) {
        World world = accounts.world(settings.aws().accountId().value())
                .with(Journal.inMemory())
                .with(draft -> draft(settings, draft));
        world.apply(Aim.of(Scope.AWS, Set.of()));
    }

    private static Draft draft(Settings settings, Draft usual) {
        Settings.ThoughtSpot thoughtSpot = settings.thoughtSpot();
        return Draft.EMPTY
                .with(Field.HOST, usual.text(Field.HOST).orElseThrow())
                .with(Field.HOSTING, thoughtSpot.hosting().name().toLowerCase(Locale.ROOT))
                .with(Field.ORG, "Primary")
                .with(
                        Field.THOUGHTSPOT_ACCOUNT,
                        thoughtSpot.accountId().map(AccountId::value).orElse(""))
                .with(
                        Field.SERVICE_ACCOUNT,
                        thoughtSpot
                                .serviceAccountId()
                                .map(ServiceAccountId::value)
                                .orElse(""))
                .with(Field.ACCOUNT, settings.aws().accountId().value())
                .with(Field.REGION, settings.aws().region().value())
                .with(Field.BUCKET_NAME, settings.bucket().name().value())
                .with(Field.PREFIX, settings.bucket().prefix().value())
                .with(Field.CREATE, String.valueOf(settings.bucket().create()))
                .with(Field.TLS_ONLY, String.valueOf(settings.bucket().tlsOnly()))
                .with(
                        Field.KMS_KEY,
                        settings.bucket().kmsKey().map(KmsKeyArn::value).orElse(""))
                .with(Field.ROLE_NAME, settings.role().name().value())
                .with(
                        Field.EXTERNAL_ID,
                        settings.role().externalId().map(ExternalId::value).orElse(""))
                .with(
                        Field.GOOGLE_PROVIDER,
                        thoughtSpot.serviceAccountId().isEmpty()
                                ? ""
                                : settings.role()
                                        .provider()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-'));
    }
}
