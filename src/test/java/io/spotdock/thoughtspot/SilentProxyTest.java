package io.spotdock.thoughtspot;

import static io.spotdock.thoughtspot.Scripted.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Secret;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.network.CompanyProxy;
import io.spotdock.network.Network;
import io.spotdock.port.WebhookConnector.SignIn;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SilentProxyTest {
    @Test
    void aProxyThatSwallowsWhatIsSentIsGivenUp() {
        try (CompanyProxy proxy = CompanyProxy.refusing("")) {
            Network network = Network.of(Map.of("HTTPS_PROXY", proxy.address()));
            assertThat(failure(() -> new ThoughtSpotConnector(
                                    network, Duration.ofMillis(300), InstantSource.system(), _ -> {})
                            .connect(
                                    new ThoughtSpotHost(URI.create("https://my.thoughtspot.cloud")),
                                    new SignIn.Token(Secret.of(Scripted.TOKEN)),
                                    Optional.empty(),
                                    Scripted::secret)
                            .user()))
                    .isInstanceOf(Failure.Unreachable.class);
            assertThat(proxy.asked()).hasSize(1);
        }
    }
}
