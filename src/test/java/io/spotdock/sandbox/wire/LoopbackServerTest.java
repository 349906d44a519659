package io.spotdock.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** RFC 9112, as clients of all kinds write it. */
class LoopbackServerTest {
    private final LoopbackServer server = new LoopbackServer(0, LoopbackServerTest::echo);

    @AfterEach
    void close() {
        server.close();
    }

    private static Exchange.Answer echo(Exchange exchange) {
        String text = exchange.method() + " " + exchange.rawPath() + " " + exchange.rawQuery() + " "
                + new String(exchange.body(), StandardCharsets.UTF_8);
        return new Exchange.Answer(200, Map.of(), text.getBytes(StandardCharsets.UTF_8))
                .at(Instant.parse("2030-01-01T00:00:00Z"));
    }

    /** Everything that comes back until the server closes. */
    private String said(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theTimeOfDayIsTheOneThatTheHandlerBelieves() throws IOException {
        assertThat(said("GET /a?b=c HTTP/1.1\nConnection: close\n\n"))
                .startsWith("HTTP/1.1 200 ")
                .contains("\r\nDate: Tue, 01 Jan 2030 00:00:00 GMT\r\n")
                .endsWith("\r\n\r\nGET /a b=c ");
    }

    @Test
    void aConnectionServesOneRequestAfterTheOther() throws IOException {
        assertThat(said("GET /1 HTTP/1.1\n\nGET /2 HTTP/1.1\nConnection: close\n\n"))
                .contains("GET /1 ")
                .endsWith("GET /2  ");
    }

    @Test
    void aBodyComesInChunksWithATrailerOrByItsLengthAfterAskingFirst() throws IOException {
        assertThat(
                        said(
                                "PUT /c HTTP/1.1\nConnection: close\nTransfer-Encoding: chunked\n\n3;x=y\nabc\n2\nde\n0\nX: y\n\n"))
                .endsWith("PUT /c  abcde");
        assertThat(said("PUT /l HTTP/1.1\nConnection: close\nContent-Length: 3\nExpect: 100-continue\n\nabc"))
                .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 ")
                .endsWith("PUT /l  abc");
    }

    @Test
    void aHeadHasTheLengthAndNoBodyAndAnOldClientIsLetGo() throws IOException {
        assertThat(said("HEAD /h HTTP/1.0\n\n"))
                .contains("Content-Length: 9\r\n")
                .endsWith("\r\n\r\n");
    }

    @Test
    void whatIsNoRequestIsHungUpOn() throws IOException {
        assertThat(said("nonsense\n\n")).isEmpty();
        assertThat(said("PUT / HTTP/1.1\nContent-Length: -1\n\n")).isEmpty();
    }
}
