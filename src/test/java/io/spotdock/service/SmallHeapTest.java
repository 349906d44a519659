package io.spotdock.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmallHeapTest {
    @Test
    void theLargestFileGoesThroughAHeapThatCouldNotHoldIt() throws Exception {
        try (World world = World.aws()) {
            world.apply();

            assertThat(SmallHeap.growth(world)).isLessThan(16);
        }
    }
}
