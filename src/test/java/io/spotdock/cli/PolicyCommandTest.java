package io.spotdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spotdock.cli.Console.Ran;
import io.spotdock.settings.Guide;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private Console console;

    @BeforeEach
    void console() throws Exception {
        console = new Console(directory).withGuide();
    }

    @Test
    void theGuidesPoliciesAreOneJsonObjectOnStandardOutput() throws Exception {
        Ran ran = console.run("policy", "-s", "spotdock.yaml");
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(json(ran.out())).isEqualTo(json("""
                                {"trustPolicy": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
                                   "Principal": {"AWS": "arn:aws:iam::123456789012:root"}, "Action": "sts:AssumeRole",
                                   "Condition": {"StringEquals": {"sts:ExternalId": "ts-webhook-x7k9m2p4q1"}}}]},
                                 "permissionsPolicy": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
                                   "Action": ["s3:PutObject", "s3:PutObjectAcl"],
                                   "Resource": "arn:aws:s3:::my-company-data-exports/thoughtspot/*"}]}}
                                """));
    }

    @Test
    void programsFindThemInTheLastLine() throws Exception {
        Ran ran = console.run("policy", "-s", "spotdock.yaml", "--json");
        assertThat(ran.lines()).hasSize(1);
        JsonNode last = json(ran.out());
        assertThat(last.get("result").asText()).isEqualTo("ok");
        assertThat(last.at("/trustPolicy/Statement/0/Action").asText()).isEqualTo("sts:AssumeRole");
        assertThat(last.has("permissionsPolicy")).isTrue();
    }

    @Test
    void aFolderGetsBothFiles() throws Exception {
        Ran ran = console.run("policy", "-s", "spotdock.yaml", "-o", "out/policies");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).isEmpty();
        JsonNode both = json(console.run("policy", "-s", "spotdock.yaml").out());
        assertThat(json(Files.readString(directory.resolve("out/policies/trust-policy.json"))))
                .isEqualTo(both.get("trustPolicy"));
        assertThat(json(Files.readString(directory.resolve("out/policies/permissions-policy.json"))))
                .isEqualTo(both.get("permissionsPolicy"));
        assertThat(directory.resolve("out/policies"))
                .isDirectoryNotContaining(file -> !file.toString().endsWith("-policy.json"));
    }

    @Test
    void aFileWithAnotherContentIsReplacedOnAPersonsWordOnly() throws Exception {
        assertThat(console.run("policy", "-s", "spotdock.yaml", "-o", ".").code())
                .isZero();
        assertThat(console.run("policy", "-s", "spotdock.yaml", "-o", ".").code())
                .isZero();
        console.file("trust-policy.json", "{}");
        Ran ran = console.run("policy", "-s", "spotdock.yaml", "-o", ".");
        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.err()).contains("--force");
        assertThat(directory.resolve("trust-policy.json")).hasContent("{}");
        assertThat(console.run("policy", "-s", "spotdock.yaml", "-o", ".", "--force")
                        .code())
                .isZero();
        assertThat(directory.resolve("trust-policy.json")).content().contains("sts:AssumeRole");
    }

    @Test
    void anExternalIdThatTheSettingsLeaveOutIsTheOneKept() throws Exception {
        console.file("s.yaml", Guide.YAML.replaceAll("(?m)^  external-id.*$", ""));
        assertThat(json(console.run("policy", "-s", "s.yaml").out())
                        .at("/trustPolicy/Statement/0/Condition/StringEquals/sts:ExternalId")
                        .asText())
                .isEqualTo("kept-external-id");
    }

    @Test
    void onGoogleCloudTheProviderIsTheOneChosen() throws Exception {
        console.file("gcp.yaml", Guide.GCP);
        console.file("own.yaml", Guide.GCP.replace("built-in", "in-account"));
        assertThat(federated("gcp.yaml")).isEqualTo("accounts.google.com");
        assertThat(federated("own.yaml")).isEqualTo("arn:aws:iam::999888777666:oidc-provider/accounts.google.com");
    }

    private String federated(String settings) throws Exception {
        return json(console.run("policy", "-s", settings).out())
                .at("/trustPolicy/Statement/0/Principal/Federated")
                .asText();
    }

    @Test
    void thePartitionIsTheRegions() throws Exception {
        console.file("cn.yaml", Guide.GCP.replace("us-east-1", "cn-north-1"));
        assertThat(json(console.run("policy", "-s", "cn.yaml").out())
                        .at("/permissionsPolicy/Statement/0/Resource")
                        .asText())
                .startsWith("arn:aws-cn:s3:::");
    }

    @Test
    void aHostingThatOnlyThoughtSpotKnowsCantBeToldOffline() throws Exception {
        console.file("detect.yaml", Guide.YAML.replace("hosting: aws ", "hosting: detect "));
        Ran ran = console.run("policy", "-s", "detect.yaml");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("thoughtspot.hosting", "this command asks nobody");
    }

    @Test
    void wrongSettingsAreToldAsCheckSettingsTellsThem() throws Exception {
        console.file("wrong.yaml", Guide.YAML.replace("prefix:", "prefx:"));
        assertThat(console.run("policy", "-s", "wrong.yaml"))
                .isEqualTo(console.run("check-settings", "-s", "wrong.yaml"))
                .extracting(Ran::code)
                .isEqualTo(2);
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }
}
