package io.spotdock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Whoever ships a library names it and its licence. */
class ThirdPartyTest {

    @Test
    void thirdPartyNamesEveryLibraryThatIsShipped() throws IOException {
        Path generated = Path.of("target/third-party/THIRD-PARTY.md");
        assertThat(Path.of("THIRD-PARTY.md"))
                .as("after a change of dependencies: cp %s .", generated)
                .content()
                .isEqualToNormalizingNewlines(Files.readString(generated));
    }
}
