package io.spotdock.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.SecretReference;
import io.spotdock.journal.DataDirectory;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.StepId;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptEntriesTest {
    private static final Draft BEGUN = Draft.EMPTY.with(Field.HOSTING, "aws").with(Field.BUCKET_NAME, "Not_A_Name yet");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private KeptEntries entries() {
        return new KeptEntries(new DataDirectory(folder));
    }

    @Test
    void whatWasBegunIsThereAgainRightOrWrong() {
        entries().keep(BEGUN, StepId.BUCKET);
        assertThat(entries().find()).contains(new KeptEntries.Kept(BEGUN, StepId.BUCKET));
    }

    @Test
    void thatSomebodyElseMakesTheRoleIsKeptBeforeThereIsAnArn() {
        Draft waiting = BEGUN.withRoleMadeElsewhere(true);
        entries().keep(waiting, StepId.ACCESS);
        assertThat(entries().find()).contains(new KeptEntries.Kept(waiting, StepId.ACCESS));
    }

    @Test
    void aTypedSecretIsKeptAsAPlaceToPutItAndNothingElse() throws Exception {
        String typed = new SecretReference.Entered(Field.BEARER_TOKEN.path()).toString();
        entries().keep(BEGUN.with(Field.BEARER_TOKEN, typed), StepId.WEBHOOK);
        assertThat(Files.readString(folder.resolve("wizard.yaml")))
                .contains("env:SPOTDOCK_WEBHOOK_TOKEN")
                .doesNotContain("entered:");
    }

    @Test
    void nothingIsThereOnceForgottenOrWhereNothingWasEntered() {
        assertThat(entries().find()).isEmpty();
        entries().keep(BEGUN, StepId.BUCKET);
        entries().forget();
        assertThat(entries().find()).isEmpty();
        entries().keep(Draft.EMPTY, StepId.HOSTING);
        assertThat(entries().find()).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadBeginsAnew() throws Exception {
        Files.write(folder.resolve("wizard.yaml"), new byte[] {(byte) 0xff, 0, (byte) 0xfe});
        assertThat(entries().find()).isEmpty();
    }
}
