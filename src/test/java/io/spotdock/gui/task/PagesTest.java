package io.spotdock.gui.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static final URI PAGE = URI.create("https://device.sso.us-east-1.amazonaws.com/?user_code=A&b=%20");

    @Test
    void eachSystemHasItsOwnWayAndGetsTheAddressAsItIs() {
        assertThat(Pages.command("Linux", PAGE)).containsExactly("xdg-open", PAGE.toString());
        assertThat(Pages.command("Mac OS X", PAGE)).containsExactly("open", PAGE.toString());
        assertThat(Pages.command("Windows 11", PAGE))
                .containsExactly("rundll32", "url.dll,FileProtocolHandler", PAGE.toString());
    }
}
