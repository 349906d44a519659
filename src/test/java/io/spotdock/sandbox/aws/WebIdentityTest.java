package io.spotdock.sandbox.aws;

import static io.spotdock.sandbox.aws.AwsWorld.refused;
import static io.spotdock.sandbox.aws.AwsWorld.roleArn;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.sandbox.control.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;

/** STS API Reference, "AssumeRoleWithWebIdentity"; IAM User Guide, "Available keys for AWS OIDC federation". */
class WebIdentityTest {
    private static final String ACCOUNT = "115663769112811637952";
    private static final String PROVIDER = "arn:aws:iam::999888777666:oidc-provider/accounts.google.com";

    private final AwsWorld world = new AwsWorld(SandboxOptions.gcp());

    @AfterEach
    void close() {
        world.close();
    }

    private static String trust(String provider, String sub, String aud) {
        return AwsWorld.trust(
                "{\"Federated\":\"" + provider + "\"}",
                "sts:AssumeRoleWithWebIdentity",
                "{\"StringEquals\":{\"accounts.google.com:sub\":\"" + sub + "\",\"accounts.google.com:aud\":\"" + aud
                        + "\"}}");
    }

    private void role(String trust) {
        world.iam().createRole(b -> b.roleName("upload").assumeRolePolicyDocument(trust));
    }

    private void provider(String... clientIds) {
        world.iam()
                .createOpenIDConnectProvider(
                        b -> b.url("https://accounts.google.com").clientIDList(clientIds));
    }

    private String token(String query) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(world.sandbox.access().googleTokenUrl() + "?aud=" + query))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private AssumeRoleWithWebIdentityResponse assume(String token) {
        StsClient anonymous = world.client(StsClient.builder(), world.administrator, "us-east-1")
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build();
        return anonymous.assumeRoleWithWebIdentity(
                b -> b.roleArn(roleArn("upload")).roleSessionName("thoughtspot").webIdentityToken(token));
    }

    @Test
    void googleIsBuiltIn() throws IOException, InterruptedException {
        role(trust("accounts.google.com", ACCOUNT, ACCOUNT));
        var made = assume(token(ACCOUNT));
        assertThat(made.subjectFromWebIdentityToken()).isEqualTo(ACCOUNT);
        assertThat(made.assumedRoleUser().arn()).endsWith(":assumed-role/upload/thoughtspot");
        world.s3().createBucket(b -> b.bucket("exports"));
        world.iam()
                .putRolePolicy(b -> b.roleName("upload")
                        .policyName("write")
                        .policyDocument(AwsWorld.allow("s3:PutObject", "arn:aws:s3:::exports/*")));
        world.s3(AwsWorld.session(made.credentials()))
                .putObject(b -> b.bucket("exports").key("a"), RequestBody.fromString("x"));
    }

    @Test
    void aProviderThatIsNamedMustBeThere() throws IOException, InterruptedException {
        role(trust(PROVIDER, ACCOUNT, ACCOUNT));
        String token = token(ACCOUNT);
        refused(() -> assume(token), 400, "InvalidIdentityToken")
                .hasMessageContaining(
                        "No OpenIDConnect provider found in your account for https://accounts.google.com");
        provider(ACCOUNT);
        assertThat(assume(token).provider()).isEqualTo(PROVIDER);
    }

    @Test
    void theAudienceMustBeAClientIdOfTheProvider() throws IOException, InterruptedException {
        provider("somebody else");
        role(trust(PROVIDER, ACCOUNT, ACCOUNT));
        String token = token(ACCOUNT);
        refused(() -> assume(token), 400, "InvalidIdentityToken").hasMessageContaining("Incorrect token audience");
        world.iam()
                .addClientIDToOpenIDConnectProvider(
                        b -> b.openIDConnectProviderArn(PROVIDER).clientID(ACCOUNT));
        assertThat(assume(token).credentials().sessionToken()).isNotEmpty();
    }

    @Test
    void azpStandsForTheAudienceWhereThereIsOne() throws IOException, InterruptedException {
        role(trust("accounts.google.com", ACCOUNT, ACCOUNT));
        assertThat(assume(token("anything&azp=" + ACCOUNT)).audience()).isEqualTo("anything");
        String without = token("anything");
        refused(() -> assume(without), 403, "AccessDenied");
        assertThat(assume(token(ACCOUNT)).audience()).isEqualTo(ACCOUNT);
    }

    @Test
    void anotherServiceAccountIsNotLetIn() throws IOException, InterruptedException {
        role(trust("accounts.google.com", "999999999999999999999", ACCOUNT));
        String token = token(ACCOUNT);
        refused(() -> assume(token), 403, "AccessDenied")
                .hasMessageContaining("Not authorized to perform sts:AssumeRoleWithWebIdentity");
    }

    @Test
    void whatGoogleDidNotSignIsNoToken() throws IOException, InterruptedException {
        role(trust("accounts.google.com", ACCOUNT, ACCOUNT));
        String token = token(ACCOUNT);
        String forged = token.substring(0, token.lastIndexOf('.')) + ".AAAA";
        refused(() -> assume(forged), 400, "InvalidIdentityToken");
        refused(() -> assume("not even three parts"), 400, "InvalidIdentityToken");
    }

    @Test
    void aProviderKeepsItsClientIdsAndTags() {
        provider("one");
        refused(() -> provider("two"), 409, "EntityAlreadyExists");
        world.iam()
                .addClientIDToOpenIDConnectProvider(
                        b -> b.openIDConnectProviderArn(PROVIDER).clientID("two"));
        world.iam()
                .removeClientIDFromOpenIDConnectProvider(
                        b -> b.openIDConnectProviderArn(PROVIDER).clientID("one"));
        var found = world.iam().getOpenIDConnectProvider(b -> b.openIDConnectProviderArn(PROVIDER));
        assertThat(found.url()).isEqualTo("accounts.google.com");
        assertThat(found.clientIDList()).containsExactly("two");
        world.iam().deleteOpenIDConnectProvider(b -> b.openIDConnectProviderArn(PROVIDER));
        refused(
                () -> world.iam().getOpenIDConnectProvider(b -> b.openIDConnectProviderArn(PROVIDER)),
                404,
                "NoSuchEntity");
    }
}
