package io.spotdock.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock("the trail of secrets")
class WovenLoaderTest {
    @Test
    void aSecretThatIsNotWipedIsFoundWithThePlaceThatMadeIt() throws Exception {
        SecretTrail.unwiped();
        int before = SecretTrail.count();
        try (WovenLoader loader = new WovenLoader(Secret.class, WovenLoaderTest.class)) {
            Runnable maker = (Runnable)
                    loader.loadClass(Maker.class.getName()).getConstructor().newInstance();

            maker.run();

            assertThat(SecretTrail.count() - before).isEqualTo(2);
            assertThat(SecretTrail.unwiped()).singleElement().asString().contains("WovenLoaderTest.java:");
            assertThat(SecretTrail.unwiped()).isEmpty();
        }
    }

    /** Makes one that it wipes, and one that it doesn't. */
    public static final class Maker implements Runnable {
        @Override
        public void run() {
            try (Secret wiped = Secret.of("wiped")) {
                wiped.isEmpty();
            }
            Secret.of("kept").isEmpty();
        }
    }
}
