package io.spotdock.gui.step;

import io.spotdock.settings.StepId;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What every step's model tells the shell in the same way: which step it is, how it stands, and what stands below it. */
public abstract class Stepping implements StepModel {
    private final StepId id;
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(Standing.TO_DO);
    private final ReadOnlyObjectWrapper<Footer> footer =
            new ReadOnlyObjectWrapper<>(new Footer(Footer.Note.NOTHING_CHANGED, true, List.of()));

    protected Stepping(StepId id) {
        this.id = id;
    }

    @Override
    public final StepId id() {
        return id;
    }

    @Override
    public final ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    @Override
    public final ReadOnlyObjectProperty<Footer> footer() {
        return footer.getReadOnlyProperty();
    }

    protected final void stand(Standing now) {
        standing.set(now);
    }

    protected final void foot(Footer now) {
        footer.set(now);
    }
}
