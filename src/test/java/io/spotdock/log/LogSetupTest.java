package io.spotdock.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogSetupTest {
    private final LoggerContext context = new LoggerContext();

    @ParameterizedTest
    @EnumSource(LogLevel.class)
    void requestsOfLibrariesAreNeverLogged(LogLevel level) {
        LogSetup.set(context, level);

        assertThat(context.getLogger("software.amazon.awssdk.request").isInfoEnabled())
                .isFalse();
        assertThat(context.getLogger("jdk.httpclient.HttpClient").isInfoEnabled())
                .isFalse();
        assertThat(context.getLogger("sun.net.www.protocol.http.HttpURLConnection")
                        .isInfoEnabled())
                .isFalse();
    }

    @Test
    void theLevelIsThatOfOurOwnWords() {
        LogSetup.set(context, LogLevel.DEBUG);
        assertThat(context.getLogger("io.spotdock.cli").getEffectiveLevel()).isEqualTo(Level.DEBUG);
        assertThat(context.getLogger("software.amazon").getEffectiveLevel()).isEqualTo(Level.WARN);
        LogSetup.set(context, LogLevel.OFF);
        assertThat(context.getLogger("io.spotdock.cli").isErrorEnabled()).isFalse();
        assertThat(context.getLogger("software.amazon").isErrorEnabled()).isFalse();
        assertThat(LogLevel.of(" Warn ")).contains(LogLevel.WARN);
        assertThat(LogLevel.of("loud")).isEmpty();
    }

    @Test
    void logbackFindsItsSetupHere() {
        assertThat(ServiceLoader.load(ch.qos.logback.classic.spi.Configurator.class).stream())
                .anyMatch(found -> found.type() == LogSetup.class);
    }
}
