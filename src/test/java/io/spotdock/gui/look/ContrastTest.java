package io.spotdock.gui.look;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.gui.FxTest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.util.WaitForAsyncUtils;

/**
 * What is to be read can be read in both themes: 4.5 to 1 for text, 3 to 1 for what shows where a control is (WCAG 2.2,
 * 1.4.3 and 1.4.11).
 */
@FxTest
class ContrastTest {
    private static final double TEXT = 4.5;
    private static final double CONTROL = 3;

    /** A colour on grounds that lie over each other, the lowest first. */
    record Pair(ColorScheme scheme, String front, List<String> grounds, double least) {}

    static Stream<Pair> pairs() {
        return Arrays.stream(ColorScheme.values())
                .flatMap(scheme -> Stream.of(
                        text(scheme, "-color-fg-default", "-color-bg-default"),
                        text(scheme, "-color-fg-default", "-color-bg-subtle"),
                        text(scheme, "-color-fg-muted", "-color-bg-default"),
                        text(scheme, "-color-fg-muted", "-color-bg-subtle"),
                        text(scheme, "-color-fg-muted", "-color-bg-default", "-color-accent-subtle"),
                        text(scheme, "-color-fg-muted", "-color-bg-default", "-color-danger-subtle"),
                        text(scheme, "-color-fg-muted", "-color-bg-default", "-color-success-subtle"),
                        text(scheme, "-color-fg-default", "-color-bg-default", "-color-warning-subtle"),
                        text(scheme, "-color-accent-fg", "-color-bg-default"),
                        text(scheme, "-color-accent-fg", "-color-bg-default", "-color-accent-subtle"),
                        text(scheme, "-color-fg-emphasis", "-color-accent-emphasis"),
                        text(scheme, "-color-success-fg", "-color-bg-default"),
                        text(scheme, "-color-warning-fg", "-color-bg-default"),
                        text(scheme, "-color-danger-fg", "-color-bg-default"),
                        text(scheme, "-color-danger-fg", "-color-bg-default", "-color-danger-subtle"),
                        control(scheme, "-color-base-4", "-color-bg-default"),
                        control(scheme, "-color-accent-emphasis", "-color-bg-default"),
                        control(scheme, "-color-danger-emphasis", "-color-bg-default"),
                        control(scheme, "-color-success-fg", "-color-bg-subtle"),
                        control(scheme, "-color-danger-fg", "-color-bg-subtle"),
                        control(scheme, "-color-warning-fg", "-color-bg-default", "-color-warning-subtle")));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whatIsToBeReadStandsOutFromItsGround(Pair pair) {
        Map<String, Color> colours = lookUp(pair);
        Color ground = Color.WHITE;
        for (String name : pair.grounds()) ground = over(requireNonNull(colours.get(name)), ground);
        double ratio = ratio(over(requireNonNull(colours.get(pair.front())), ground), ground);
        assertThat(ratio).isGreaterThanOrEqualTo(pair.least());
    }

    private static Pair text(ColorScheme scheme, String front, String... grounds) {
        return new Pair(scheme, front, List.of(grounds), TEXT);
    }

    private static Pair control(ColorScheme scheme, String front, String... grounds) {
        return new Pair(scheme, front, List.of(grounds), CONTROL);
    }

    private static Map<String, Color> lookUp(Pair pair) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, () -> {
            Map<String, Color> found = new LinkedHashMap<>();
            for (String name : Stream.concat(Stream.of(pair.front()), pair.grounds().stream())
                    .toList()) {
                Region probe = new Region();
                probe.setStyle("-fx-background-color: " + name);
                Scene scene = new Scene(new Group(probe));
                Look.of(pair.scheme()).applyTo(scene);
                probe.applyCss();
                found.put(name, (Color)
                        probe.getBackground().getFills().getFirst().getFill());
            }
            return found;
        });
    }

    private static Color over(Color front, Color ground) {
        double a = front.getOpacity();
        return Color.color(
                front.getRed() * a + ground.getRed() * (1 - a),
                front.getGreen() * a + ground.getGreen() * (1 - a),
                front.getBlue() * a + ground.getBlue() * (1 - a));
    }

    private static double ratio(Color a, Color b) {
        double first = luminance(a);
        double second = luminance(b);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
