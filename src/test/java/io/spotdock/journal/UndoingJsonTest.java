package io.spotdock.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class UndoingJsonTest {
    private static Undoing again(Undoing undoing) {
        return UndoingJson.read(UndoingJson.write(undoing));
    }

    @Test
    void aScheduleIsKeptByItsNameAndOnceKnownByItsId() {
        Undoing begun = new Undoing.ScheduleMade(Optional.empty(), "Spotdock test 1a2b");
        Undoing done = new Undoing.ScheduleMade(Optional.of("s1"), "Spotdock test 1a2b");

        assertThat(again(begun)).isEqualTo(begun);
        assertThat(again(done)).isEqualTo(done);
        assertThat(UndoingJson.write(done))
                .hasToString("{\"do\":\"delete-schedule\",\"schedule\":\"Spotdock test 1a2b\",\"id\":\"s1\"}");
    }
}
