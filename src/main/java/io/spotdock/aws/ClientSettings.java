package io.spotdock.aws;

import io.spotdock.domain.RegionName;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.retries.api.RetryStrategy;

/** What every client of one sign-in shares. */
record ClientSettings(
        RegionName region,
        Endpoints endpoints,
        SharedConfig config,
        SdkHttpClient http,
        SignIn signIn,
        RetryStrategy retries) {}
