package io.spotdock.gui.step.done;

import io.spotdock.domain.Fault;
import io.spotdock.export.Format;
import io.spotdock.export.HandoffRow;
import io.spotdock.export.Wording;
import io.spotdock.gui.change.Undo;
import io.spotdock.gui.step.Footer;
import io.spotdock.gui.step.Footer.Command;
import io.spotdock.gui.step.Footer.Note;
import io.spotdock.gui.step.Footer.Sign;
import io.spotdock.gui.step.Handover;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.step.Standing;
import io.spotdock.gui.step.Stepping;
import io.spotdock.gui.task.Activity;
import io.spotdock.settings.Field;
import io.spotdock.settings.Settings;
import io.spotdock.settings.StepId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Knows how far everything is, hands on what was set up, and takes it back. */
public final class DoneModel extends Stepping {
    private final Place place;
    private final Activity reading;
    private final Handover handover;
    private final Undo undoing;
    private final DeliveriesModel deliveries;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<HandoffRow>> sheet = new ReadOnlyObjectWrapper<>(List.of());

    public DoneModel(Place place) {
        super(StepId.DONE);
        this.place = place;
        reading = new Activity(place.operations());
        handover = new Handover(place);
        undoing = new Undo(place);
        deliveries = new DeliveriesModel(place);
        place.draft().subscribe(this::tell);
        place.known().subscribe(this::tell);
        place.savedTo().subscribe(this::tell);
        undoing.phase().subscribe(this::tell);
        undoing.stopping().subscribe(this::tell);
        tell();
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** The hand-off sheet's rows; labels, and values that are not verbatim, are keys of texts. */
    ReadOnlyObjectProperty<List<HandoffRow>> sheet() {
        return sheet.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Handover.Outcome> handedOver() {
        return handover.outcome();
    }

    DeliveriesModel deliveries() {
        return deliveries;
    }

    void lookAtDeliveries() {
        settings().ifPresent(deliveries::look);
    }

    Undo undoing() {
        return undoing;
    }

    String prefix() {
        return place.draft().get().text(Field.PREFIX).orElse("");
    }

    @Override
    public void enter() {
        settings().ifPresent(settings -> {
            var setup = place.setup();
            reading.start(() -> setup.sheet(settings, (key, _) -> key), sheet::set);
        });
    }

    /** A question that nobody answered is asked anew next time, and deliveries are looked at anew. */
    @Override
    public void leave() {
        deliveries.forget();
        undoing.dismiss();
    }

    private Optional<Settings> settings() {
        return place.draft().get().check().good();
    }

    void export(Set<Format> formats, String title, Wording words) {
        settings().ifPresent(settings -> handover.export(settings, formats, title, words));
    }

    void askUndo() {
        settings().ifPresent(undoing::ask);
    }

    void goOn() {
        state.get().next().ifPresent(place.navigation()::goTo);
    }

    Place.Navigation navigation() {
        return place.navigation();
    }

    @Override
    public boolean isWriting() {
        return undoing.isRunning();
    }

    @Override
    public void stopWriting() {
        undoing.cancel();
    }

    private void tell() {
        state.set(State.of(place.draft().get(), place.known().get()));
        stand(state.get().isSetUp() ? new Standing(Standing.Kind.DONE, Optional.empty()) : Standing.TO_DO);
        foot(undoing.phase().get() instanceof Undo.Phase.Running ? takingBack() : closing());
    }

    private Footer takingBack() {
        Command cancel = Command.cancel(undoing::cancel);
        boolean open = !undoing.stopping().get();
        return new Footer(
                Note.of(Sign.INFO, Fault.of(open ? "wizard.review.undoing.about" : "wizard.review.footer.stopping")),
                false,
                List.of(new Command(cancel.label(), cancel.look(), cancel.icon(), open, false, cancel.run())));
    }

    private Footer closing() {
        Note note = place.savedTo()
                .get()
                .map(file ->
                        Note.of(Sign.SAVE, Fault.of("wizard.done.footer.saved", String.valueOf(file.getFileName()))))
                .orElseGet(() -> new Note(
                        Sign.SAVE,
                        Fault.of("wizard.done.footer.unsaved"),
                        Optional.empty(),
                        Optional.of(place.navigation()::saveSettings)));
        return new Footer(
                note,
                true,
                List.of(new Command(
                        Fault.of("wizard.close"),
                        Footer.Look.SOLID,
                        Optional.empty(),
                        true,
                        false,
                        place.navigation()::close)));
    }
}
