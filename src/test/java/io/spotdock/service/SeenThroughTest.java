package io.spotdock.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SeenThroughTest {
    @Test
    void anInterruptedCallerStillGetsTheAnswerAndStaysInterrupted() {
        Thread caller = Thread.currentThread();
        AtomicBoolean disturbed = new AtomicBoolean();

        String answer = SeenThrough.toItsEnd(() -> {
            caller.interrupt();
            disturbed.set(Thread.currentThread().isInterrupted());
            return "answer";
        });

        assertThat(Thread.interrupted()).as("passed on").isTrue();
        assertThat(answer).isEqualTo("answer");
        assertThat(disturbed).isFalse();
    }

    @Test
    void whatTheCallThrowsIsThrown() {
        IllegalStateException thrown = new IllegalStateException();

        assertThatThrownBy(() -> SeenThrough.toItsEnd(() -> {
                    throw thrown;
                }))
                .isSameAs(thrown);
    }
}
