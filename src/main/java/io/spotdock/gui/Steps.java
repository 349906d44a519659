package io.spotdock.gui;

import io.spotdock.gui.step.Place;
import io.spotdock.gui.step.StepModel;
import io.spotdock.gui.step.StepView;
import io.spotdock.gui.step.access.AccessModel;
import io.spotdock.gui.step.access.AccessView;
import io.spotdock.gui.step.account.AccountModel;
import io.spotdock.gui.step.account.AccountView;
import io.spotdock.gui.step.bucket.BucketModel;
import io.spotdock.gui.step.bucket.BucketView;
import io.spotdock.gui.step.done.DoneModel;
import io.spotdock.gui.step.done.DoneView;
import io.spotdock.gui.step.hosting.HostingModel;
import io.spotdock.gui.step.hosting.HostingView;
import io.spotdock.gui.step.livetest.LiveTestModel;
import io.spotdock.gui.step.livetest.LiveTestView;
import io.spotdock.gui.step.review.ReviewModel;
import io.spotdock.gui.step.review.ReviewView;
import io.spotdock.gui.step.webhook.WebhookModel;
import io.spotdock.gui.step.webhook.WebhookView;
import io.spotdock.gui.task.Pages;
import io.spotdock.settings.StepId;
import io.spotdock.text.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Every step's model and view, for one desk. */
final class Steps {
    private final Map<StepId, Function<Texts, StepView>> views = new EnumMap<>(StepId.class);
    private final List<StepModel> models = new ArrayList<>();
    private final Pages pages;

    /** @param pages opens a page of the web for the person */
    Steps(Pages pages) {
        this.pages = pages;
    }

    List<StepModel> models(Place place) {
        add(new HostingModel(place), HostingView::new);
        add(new AccountModel(place, pages), AccountView::new);
        add(new BucketModel(place), BucketView::new);
        add(new AccessModel(place), AccessView::new);
        add(new ReviewModel(place), ReviewView::new);
        add(new WebhookModel(place), WebhookView::new);
        add(new LiveTestModel(place), LiveTestView::new);
        add(new DoneModel(place), DoneView::new);
        return List.copyOf(models);
    }

    private <M extends StepModel> void add(M model, BiFunction<M, Texts, StepView> view) {
        models.add(model);
        views.put(model.id(), texts -> view.apply(model, texts));
    }

    /** A new view of a model made before. */
    StepView view(StepId step, Texts texts) {
        Function<Texts, StepView> view = views.get(step);
        if (view == null) throw new IllegalStateException("no view of " + step);
        return view.apply(texts);
    }
}
