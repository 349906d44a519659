package io.spotdock.sandbox.thoughtspot;

import io.spotdock.domain.AccountId;
import io.spotdock.sandbox.control.Faults;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.sandbox.google.GoogleIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Puts files into a customer's bucket the way ThoughtSpot does: by the customer's role, with nothing but its own keys. */
final class Uploader {
    private static final String SESSION = "thoughtspot-webhook-delivery";
    private static final String ADVICE =
            "Ensure the role's trust policy allows ThoughtSpot and the External ID matches";

    private final SandboxOptions options;
    private final AwsClient aws;
    private final OutgoingHttp http;
    private final AwsKey own;
    private final KeysOfAccounts others;
    private final GoogleIssuer google;
    private final Directory directory;
    private final Faults faults;

    Uploader(
            SandboxOptions options,
            AwsClient aws,
            OutgoingHttp http,
            AwsKey own,
            KeysOfAccounts others,
            GoogleIssuer google,
            Directory directory,
            Faults faults) {
        this.options = options;
        this.aws = aws;
        this.http = http;
        this.own = own;
        this.others = others;
        this.google = google;
        this.directory = directory;
        this.faults = faults;
    }

    /** @return the object's key */
    String upload(StoredWebhook webhook, S3Destination to, User user, Courier.Parcel parcel)
            throws AwsRefusal, InterruptedException {
        String key = to.prefix() + "cluster-" + directory.clusterId() + "/user-" + user.id() + "/org-"
                + webhook.org().id() + "/liveboard/" + parcel.fileName();
        AwsKey session;
        try {
            session = options.gcpHosted() ? withWebIdentity(to) : withOwnKey(to);
        } catch (AwsRefusal refusal) {
            throw new AwsRefusal("failed to assume role '" + to.roleArn() + "': " + refusal.text() + ". " + ADVICE);
        }
        try {
            aws.putObject(session, to, key, parcel.type(), parcel.content());
        } catch (AwsRefusal refusal) {
            throw new AwsRefusal("failed to upload s3://" + to.bucket() + "/" + key + ": " + refusal.text());
        }
        return key;
    }

    private AwsKey withOwnKey(S3Destination to) throws AwsRefusal, InterruptedException {
        AwsKey key = own;
        Optional<String> account = ThoughtSpotFault.ACCOUNT.value(faults);
        if (account.isPresent()) key = others.keyOf(new AccountId(account.get()));
        return aws.assumeRole(key, to.roleArn(), SESSION, externalId(to));
    }

    private Optional<String> externalId(S3Destination to) {
        return ThoughtSpotFault.EXTERNAL_ID
                .value(faults)
                .or(to::externalId)
                .map(id -> ThoughtSpotFault.EXTERNAL_ID_CASE.isOn(faults) ? swapped(id) : id);
    }

    private static String swapped(String text) {
        StringBuilder other = new StringBuilder();
        for (char c : text.toCharArray())
            other.append(Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
        return other.toString();
    }

    private AwsKey withWebIdentity(S3Destination to) throws AwsRefusal, InterruptedException {
        URI url =
                URI.create(google.tokenUrl() + "?aud=" + options.serviceAccount() + "&azp=" + options.serviceAccount());
        try {
            HttpResponse<String> token = http.client()
                    .send(
                            HttpRequest.newBuilder(url)
                                    .timeout(Duration.ofSeconds(30))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (token.statusCode() != 200) throw new AwsRefusal("No ID token: status " + token.statusCode());
            return aws.assumeRoleWithWebIdentity(to.roleArn(), SESSION, token.body());
        } catch (IOException e) {
            throw new AwsRefusal("No ID token: " + e.getClass().getSimpleName());
        }
    }
}
