package io.spotdock.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.check.Catalogue;
import io.spotdock.check.Check;
import io.spotdock.check.CheckResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InOrderTest {
    private static final List<Check> CHECKS = Catalogue.all().subList(0, 3);

    private final List<String> told = new ArrayList<>();
    private final InOrder ordered = new InOrder(CHECKS, event -> told.add(event.subject()));

    private static String id(int number) {
        return Catalogue.all().get(number).id();
    }

    private void end(int number) {
        ordered.accept(new Event.Checked(CheckResult.notReached(Catalogue.all().get(number))));
    }

    @Test
    void aResultWaitsForThoseBeforeIt() {
        end(2);
        end(1);
        assertThat(told).isEmpty();

        end(0);
        assertThat(told).containsExactly(id(0), id(1), id(2));
    }

    @Test
    void whatIsNotAwaitedIsPassedOnAtOnce() {
        end(3);
        ordered.accept(new Event.Started(id(2)));

        assertThat(told).containsExactly(id(3), id(2));
    }

    @Test
    void afterARunThatWasCutShortWhatEndedIsToldAllTheSame() {
        end(2);
        end(1);
        ordered.close();

        assertThat(told).containsExactly(id(1), id(2));
    }
}
