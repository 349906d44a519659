package io.spotdock.gui.step.webhook;

import io.spotdock.domain.Capability;
import io.spotdock.gui.control.CheckOption;
import io.spotdock.gui.look.Grid;
import io.spotdock.plan.Plan;
import io.spotdock.service.Readiness;
import io.spotdock.text.Texts;
import java.util.Optional;
import javafx.scene.layout.VBox;

/** What is ticked: the channel, whether anything is delivered, and whether secrets are sent again. */
final class Options extends VBox {
    private final WebhookModel model;
    private final Texts texts;
    private final CheckOption channel = new CheckOption("", "");
    private final CheckOption deliveries;
    private final CheckOption renewal;

    Options(WebhookModel model, Texts texts) {
        super(Grid.FIELDS);
        this.model = model;
        this.texts = texts;
        deliveries = new CheckOption(texts.get("wizard.webhook.deliveries"), "");
        renewal = new CheckOption(texts.get("wizard.webhook.renewal"), texts.get("wizard.webhook.renewal.hint"));
        getChildren().addAll(channel, deliveries, renewal);
        model.channelWanted().subscribe(channel::setSelected);
        channel.selectedProperty().subscribe(model::wantChannel);
        model.delivering().subscribe(on -> {
            deliveries.setSelected(on);
            deliveries.setSecondLine(secondLine());
        });
        deliveries.selectedProperty().subscribe(model::deliver);
        model.renewalWanted().subscribe(renewal::setSelected);
        renewal.selectedProperty().subscribe(model::wantRenewal);
        model.footer().subscribe(_ -> offerRenewal());
        model.webhook().subscribe(_ -> offerRenewal());
        model.sight().subscribe(this::show);
    }

    private String secondLine() {
        if (!model.canSwitch()) return texts.get("fault.webhook.no-switch", Capability.WEBHOOK_STATUS.since());
        return texts.get(model.delivering().get() ? "wizard.webhook.deliveries.on" : "wizard.webhook.deliveries.off");
    }

    private void offerRenewal() {
        renewal.setVisible(model.canRenew());
        renewal.setManaged(model.canRenew());
    }

    private void show(Sight sight) {
        // One that is off already, by the settings, can still be put on.
        deliveries.setDisable(!model.canSwitch() && model.delivering().get());
        deliveries.setSecondLine(secondLine());
        channel.setText(texts.get("wizard.webhook.channel", model.org()));
        Optional<Plan> plan =
                sight instanceof Sight.Planned(Plan seen, Readiness _) ? Optional.of(seen) : Optional.empty();
        boolean denied = plan.isPresent() && Found.channel(plan.get()).isEmpty();
        channel.setDisable(denied);
        String user = model.connected().map(one -> one.user().name()).orElse("");
        channel.setSecondLine(
                denied
                        ? texts.get("wizard.webhook.channel.denied", user)
                        : texts.get(
                                plan.map(Found::emailStays).orElse(true)
                                        ? "wizard.webhook.channel.email"
                                        : "wizard.webhook.channel.no-email"));
    }
}
