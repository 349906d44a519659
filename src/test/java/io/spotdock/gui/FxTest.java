package io.spotdock.gui;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.testfx.framework.junit5.ApplicationExtension;

/**
 * A class of tests that shows a window. Such classes run one after the other, as there is one keyboard focus, one mouse
 * and one clipboard; other tests run beside them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("window") // the profile xvfb runs these in real windows
@ExtendWith({ToolkitFirst.class, ApplicationExtension.class})
@ResourceLock("the screen")
public @interface FxTest {}
