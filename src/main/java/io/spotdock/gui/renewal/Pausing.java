package io.spotdock.gui.renewal;

import io.spotdock.gui.task.Operations;
import io.spotdock.port.CloudConnector;
import io.spotdock.port.Profiles;
import io.spotdock.port.Renewal.Lapse;
import io.spotdock.port.WebhookConnector;
import io.spotdock.service.Renewals;
import io.spotdock.service.WayBack;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The person at the window, for the thread whose call was refused: it waits there, interruptibly, while the window, which
 * never waits, shows what is to be done.
 */
public final class Pausing implements Renewals.Person {
    private final Profiles profiles;
    private final Consumer<Optional<Pause>> front;
    private final ReadOnlyObjectWrapper<Optional<Pause>> pause = new ReadOnlyObjectWrapper<>(Optional.empty());

    public Pausing(Operations operations, Profiles profiles) {
        this.profiles = profiles;
        front = operations.onFront(pause::set);
    }

    /** What waits now. */
    public ReadOnlyObjectProperty<Optional<Pause>> pause() {
        return pause.getReadOnlyProperty();
    }

    @Override
    public boolean aws(Lapse<CloudConnector.SignIn> lapse) {
        WayBack back = WayBack.of(lapse.signIn(), profiles);
        return answered(answer -> new Pause.OfAws(lapse, back, answer));
    }

    @Override
    public boolean thoughtSpot(Lapse<WebhookConnector.SignIn> lapse) {
        return answered(answer -> new Pause.OfThoughtSpot(lapse, answer));
    }

    private boolean answered(Function<Consumer<Boolean>, Pause> question) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        front.accept(Optional.of(question.apply(answer::complete)));
        try {
            return answer.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while the person was asked");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            front.accept(Optional.empty());
        }
    }
}
