package io.spotdock.settings;

/** The settings file of ThoughtSpot's own guide, as the command line's contract shows it. */
public final class Guide {
    public static final String YAML = """
            spotdock: 1
            thoughtspot:
              hosting: aws                          # aws | gcp | detect (ask storage-config)
              host: my-company.thoughtspot.cloud    # optional until the webhook is registered
              org: Primary
              account-id: "123456789012"            # hosting aws
              # service-account-id: "115663769112811637952"   # hosting gcp
            aws:
              account-id: "999888777666"            # guard: refuse to run in another account
              profile: default                      # optional
              region: us-east-1
            bucket:
              name: my-company-data-exports
              prefix: thoughtspot/
              create: true                          # false: must exist already
            role:
              name: thoughtspot-s3-upload
              external-id: ts-webhook-x7k9m2p4q1    # hosting aws; left out: taken from storage-config or made once and kept
            webhook:
              name: Webhook_S3
              url: https://api.example.com/thoughtspot/webhook
              description: Liveboard exports to S3
              url-params: {key: value}
              authentication: {bearer-token: env:RECEIVER_TOKEN}     # secrets by reference only: env:NAME or file:PATH
            """;

    public static final String GCP = """
            spotdock: 1
            thoughtspot:
              hosting: gcp
              service-account-id: "115663769112811637952"
            aws: {account-id: "999888777666", region: us-east-1}
            bucket: {name: my-company-data-exports, prefix: thoughtspot/}
            role: {name: thoughtspot-s3-upload, google-provider: built-in}
            """;

    private Guide() {}
}
