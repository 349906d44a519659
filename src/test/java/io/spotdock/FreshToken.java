package io.spotdock;

import io.spotdock.sandbox.thoughtspot.ThoughtSpotServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** A token as a person gets one from the sandbox's ThoughtSpot. */
public final class FreshToken {
    private FreshToken() {}

    /** @param org its number: 0 is Primary, 1 is Sales */
    public static String of(URI thoughtSpot, String user, int org) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String body = "{\"username\": \"" + user + "\", \"password\": \"" + ThoughtSpotServer.PASSWORD
                    + "\", \"org_id\": " + org + "}";
            String answer = client.send(
                            HttpRequest.newBuilder(thoughtSpot.resolve("/api/rest/2.0/auth/token/full"))
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            return answer.replaceFirst("(?s).*\"token\":\"([^\"]+)\".*", "$1");
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
