package io.spotdock.service;

import static io.spotdock.service.Breakage.NOTHING;
import static io.spotdock.service.SetUp.statement;

import io.spotdock.settings.Field;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What is done to the trust of a ThoughtSpot on Google Cloud, and to Google as an identity provider. */
final class GoogleBreakages {
    private static final String PROVIDER = "arn:aws:iam::999888777666:oidc-provider/accounts.google.com";
    private static final String ID = "115663769112811637952";
    private static final String RIGHT = statement("'Effect':'Allow','Principal':{'Federated':'" + PROVIDER
            + "'},'Action':'sts:AssumeRoleWithWebIdentity','Condition':{'StringEquals':{'accounts.google.com:sub':'"
            + ID + "','accounts.google.com:aud':'" + ID + "'}}");

    private GoogleBreakages() {}

    static List<Breakage> all() {
        return List.of(
                broken(
                        "The identity provider was deleted",
                        s -> s.iam.deleteOpenIDConnectProvider(b -> b.openIDConnectProviderArn(PROVIDER)),
                        "!role.provider check.role.provider.missing"),
                broken(
                        "The identity provider takes another audience",
                        s -> {
                            s.iam.addClientIDToOpenIDConnectProvider(
                                    b -> b.openIDConnectProviderArn(PROVIDER).clientID("another"));
                            s.iam.removeClientIDFromOpenIDConnectProvider(
                                    b -> b.openIDConnectProviderArn(PROVIDER).clientID(ID));
                        },
                        "!role.provider check.role.provider.audience"),
                trust(
                        "The trust policy names another service account",
                        right -> right.replace("sub\":\"" + ID, "sub\":\"100000000000000000000"),
                        "!trust.subject check.trust.subject.other"),
                trust(
                        "The trust policy tests no service account",
                        right -> right.replace("\"accounts.google.com:sub\":\"" + ID + "\",", ""),
                        "!trust.subject check.trust.subject.none"),
                trust(
                        "The trust policy names another audience",
                        right -> right.replace("aud\":\"" + ID, "aud\":\"sts.amazonaws.com"),
                        "!trust.audience check.trust.audience.other"),
                trust(
                        "The trust policy tests no audience",
                        right -> right.replace(",\"accounts.google.com:aud\":\"" + ID + "\"", ""),
                        "?trust.audience check.trust.audience.none"),
                trust(
                        "The trust policy names an account instead of Google",
                        right -> right.replace(
                                "\"Federated\":\"" + PROVIDER, "\"AWS\":\"arn:aws:iam::123456789012:root"),
                        "!trust.principal check.trust.principal.not"),
                trust(
                        "The trust policy names a provider of another account",
                        right -> right.replace("999888777666", "111122223333"),
                        "!trust.principal check.trust.principal.not"),
                trust(
                        "The trust policy allows AssumeRole instead of AssumeRoleWithWebIdentity",
                        right -> right.replace("WithWebIdentity", ""),
                        "!trust.principal check.trust.principal.not"),
                broken(
                                "ThoughtSpot’s token names another service account than it says",
                                s -> s.world.sandbox.faults().set("google-wrong-sub", ""),
                                "!delivery.validate cause.assume-gcp")
                        .doctor(NOTHING, "?role.events check.role.events.refused"),
                broken(
                        "The settings are those of a ThoughtSpot in AWS",
                        s -> s.world.with(draft -> draft.without(Field.SERVICE_ACCOUNT)
                                .with(Field.HOSTING, "aws")
                                .with(Field.THOUGHTSPOT_ACCOUNT, "123456789012")
                                .with(Field.EXTERNAL_ID, "some-id")),
                        "!trust.principal check.trust.principal.not"));
    }

    private static Breakage trust(String name, UnaryOperator<String> change, String finding) {
        return broken(name, s -> s.trust(change.apply(RIGHT)), finding);
    }

    private static Breakage broken(String name, Consumer<SetUp> breaking, String finding) {
        return Breakage.of(name, breaking, finding).onGoogle();
    }
}
