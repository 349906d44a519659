package io.spotdock.aws;

import io.spotdock.domain.Secret;
import io.spotdock.port.CloudConnector.SignIn;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** Keys that somebody typed, read anew at each call. */
record TypedKeys(SignIn.Keys keys) implements Lasting {
    @Override
    public AwsCredentials resolveCredentials() {
        String id = keys.id().value();
        String secret = text(keys.secretAccessKey());
        return keys.sessionToken()
                .map(TypedKeys::text)
                .filter(token -> !token.isEmpty())
                .<AwsCredentials>map(token -> AwsSessionCredentials.create(id, secret, token))
                .orElseGet(() -> AwsBasicCredentials.create(id, secret));
    }

    /** Copying from a terminal breaks long lines; and a line break in a header is refused with the header's text. */
    private static String text(Secret secret) {
        return secret.use(typed -> typed.replaceAll("\\s", ""));
    }
}
