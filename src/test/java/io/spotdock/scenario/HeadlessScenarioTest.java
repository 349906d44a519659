package io.spotdock.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeadlessScenarioTest {
    static Stream<Scenario> scenarios() {
        return Scenario.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theServicesAloneEndAsTheScenarioSays(Scenario scenario) {
        Trace trace = Headless.walk(scenario);

        assertThat(trace.outcomes()).isEqualTo(scenario.expect().outcomes());
        assertThat(trace.plans()).isEqualTo(scenario.expect().plans());
        assertThat(trace.events()).isEqualTo(scenario.expect().events());
    }
}
