package io.spotdock.sandbox.thoughtspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spotdock.sandbox.control.CallLog;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private final World world = World.onAws();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void throttlingEndsAfterTheNumberAskedFor() {
        world.faults.set("ts-throttle", "2");

        assertThat(world.admin.get("/system").status()).isEqualTo(429);
        assertThat(world.admin.get("/system").status()).isEqualTo(429);
        assertThat(world.admin.get("/system").status()).isEqualTo(200);
    }

    @Test
    void aProxysErrorsAreHtml() {
        world.faults.set("ts-error", "2");

        Api.Reply first = world.admin.get("/system");
        Api.Reply second = world.admin.get("/system");

        assertThat(Set.of(first.status(), second.status())).containsExactlyInAnyOrder(502, 503);
        assertThat(first.text()).contains("<html>");
        assertThat(world.admin.get("/system").status()).isEqualTo(200);
    }

    @Test
    void aLogInPageIsNoJson() {
        world.faults.set("ts-html", "");

        Api.Reply reply = world.admin.get("/system");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).startsWith("<!DOCTYPE html>");
    }

    @Test
    void aDroppedConnectionHasNoAnswer() {
        // POST, because java.net.http asks again by itself after a dropped GET
        world.faults.set("ts-drop-before", "1");

        assertThatThrownBy(() -> world.admin.post("/webhooks/search", "{}")).isInstanceOf(UncheckedIOException.class);
        assertThat(world.calls.calls()).containsExactly(new CallLog.Call("thoughtspot", "/webhooks/search", false, 0));
        assertThat(world.admin.post("/webhooks/search", "{}").status()).isEqualTo(200);
    }

    @Test
    void aLostAnswerLeavesTheChangeBehind() {
        world.faults.set("ts-drop", "1");

        assertThatThrownBy(world::registered).isInstanceOf(UncheckedIOException.class);

        assertThat(world.admin
                        .post("/webhooks/search", "{}")
                        .body()
                        .path("webhooks")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void theLogTellsWritesFromReadsAndHidesIds() {
        String id = world.registered();
        world.admin.post("/webhooks/" + id + "/update", "{}");
        world.admin.post("/webhooks/search", "{}");
        world.admin.get("/nowhere");
        world.admin.as("").get("/system");

        assertThat(world.calls.calls())
                .containsExactly(
                        new CallLog.Call("thoughtspot", "/webhooks/create", true, 200),
                        new CallLog.Call("thoughtspot", "/webhooks/{id}/update", true, 204),
                        new CallLog.Call("thoughtspot", "/webhooks/search", false, 200),
                        new CallLog.Call("thoughtspot", "/nowhere", false, 404),
                        new CallLog.Call("thoughtspot", "/system", false, 401));
    }

    @Test
    void everyFaultHasANameOfItsOwnAndASentence() {
        Set<String> ids = new HashSet<>();
        assertThat(Arrays.stream(ThoughtSpotFault.values()))
                .allMatch(fault -> ids.add(fault.id()) && !fault.says().isBlank());
    }
}
