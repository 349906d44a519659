package io.spotdock.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveboardReferenceTest {
    private static final String ID = "0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0";

    private static String read(String text) {
        return LiveboardReference.parse(text)
                .good()
                .map(LiveboardReference::value)
                .orElse("");
    }

    private static String refused(String text) {
        return LiveboardReference.parse(text).bad().map(Fault::key).orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ID,
                "  " + ID + " ",
                "0B1C2D3E-4F50-6172-8394-A5B6C7D8E9F0",
                "https://my-company.thoughtspot.cloud/#/pinboard/" + ID,
                "https://my-company.thoughtspot.cloud/?orgId=0#/pinboard/" + ID,
                "https://my-company.thoughtspot.cloud/#/liveboard/" + ID,
                "https://my-company.thoughtspot.cloud/#/insights/pinboard/" + ID
                        + "/tab/11111111-2222-3333-4444-555555555555",
                "https://my-company.thoughtspot.cloud/#/pinboard/" + ID + "?col1=Region&op1=EQ&val1=North",
                "https://my-company.thoughtspot.cloud/#/embed/viz/" + ID,
                "my-company.thoughtspot.cloud/#/pinboard/" + ID
            })
    void anIdIsTakenOutOfWhateverIsPasted(String text) {
        assertThat(read(text)).isEqualTo(ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sales Overview", "Q1 / Q2: sales", "Umsätze", "pinboard", "50 % more"})
    void aNameIsTakenAsItIs(String name) {
        assertThat(read(" " + name + " ")).isEqualTo(name);
    }

    @Test
    void nothingIsNoLiveboard() {
        assertThat(refused("  ")).isEqualTo("fault.liveboard.empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://my-company.thoughtspot.cloud/",
                "https://my-company.thoughtspot.cloud/#/answer/" + ID,
                "https://my-company.thoughtspot.cloud/#/pinboard/" + ID + "0",
                "my-company.thoughtspot.cloud/#/home"
            })
    void theAddressOfAnotherPageIsRefusedRatherThanTakenForAName(String address) {
        assertThat(refused(address)).isEqualTo("fault.liveboard.address");
    }

    @Test
    void aLineBreakIsRefused() {
        assertThat(refused("Sales\nOverview")).isEqualTo("fault.liveboard.characters");
        assertThatThrownBy(() -> new LiveboardReference("")).isInstanceOf(IllegalArgumentException.class);
    }
}
