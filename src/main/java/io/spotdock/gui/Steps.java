package io.spotdock.gui;

import io.spotdock.gui.step.*;
import io.spotdock.settings.StepId;
import io.spotdock.text.Texts;
import java.util.*;

final class Steps {
    List<StepModel> models(Place place) {
        return List.of();
    }

    Map<StepId, StepView> views(Texts texts) {
        return Map.of();
    }
}
