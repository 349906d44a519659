package io.spotdock.gui.step;

import io.spotdock.TestRooms;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.Secret;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.gui.renewal.Pausing;
import io.spotdock.gui.task.DirectOperations;
import io.spotdock.gui.task.Ending;
import io.spotdock.gui.task.Operation;
import io.spotdock.gui.task.Operations;
import io.spotdock.journal.Journal;
import io.spotdock.port.CloudConnector;
import io.spotdock.port.Renewal;
import io.spotdock.port.WebhookConnector.SignIn;
import io.spotdock.sandbox.Sandbox;
import io.spotdock.sandbox.SandboxAccess;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.service.Connected;
import io.spotdock.service.Event;
import io.spotdock.service.Known;
import io.spotdock.service.Renewals;
import io.spotdock.service.Rooms;
import io.spotdock.service.Setup;
import io.spotdock.service.Surroundings;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.StepId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A place for one model, without a toolkit: the real services over the real adapters, a sandbox behind them. */
public final class TestPlace implements Place, Place.Navigation, AutoCloseable {
    public final DirectOperations operations = new DirectOperations();
    public final Sandbox sandbox;
    public final Journal journal = Journal.inMemory();
    public final List<Event> events = new CopyOnWriteArrayList<>();
    /** Where the model led: a step's name, a step's and field's, {@code next}, {@code sandbox}, {@code save} or {@code close}. */
    public final List<String> went = new ArrayList<>();

    private final ReadOnlyObjectWrapper<Draft> draft = new ReadOnlyObjectWrapper<>(Draft.EMPTY);
    private final ReadOnlyObjectWrapper<Known> known = new ReadOnlyObjectWrapper<>(Known.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<Path>> savedTo = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Path> chosen = Optional.empty();
    private final MovingClock clock = new MovingClock();
    private final boolean gcp;
    /** Where it is asked when a sign-in runs out on the way, once somebody is {@link #attended there}. */
    public final Pausing pausing;

    private boolean attended;

    private final Setup setup;
    private Operations working = operations;
    private boolean sandboxed;

    public TestPlace(SandboxOptions options) {
        this(options, Path.of("no-such-home"), environment -> environment);
    }

    /**
     * On a computer with a configuration of AWS.
     *
     * @param home the folder that holds {@code .aws}
     * @param environment what the sandbox's variables are changed to
     */
    public TestPlace(SandboxOptions options, Path home, UnaryOperator<Map<String, String>> environment) {
        this(options, home, environment, rooms -> rooms);
    }

    /** On such a computer, with a port of its own in place of an adapter that the sandbox has no other side for. */
    public TestPlace(
            SandboxOptions options,
            Path home,
            UnaryOperator<Map<String, String>> environment,
            UnaryOperator<Rooms> change) {
        sandbox = Sandbox.start(options.withClock(clock));
        gcp = options.gcpHosted();
        Rooms rooms = change.apply(TestRooms.of(journal, clock, clock::move, home));
        Map<String, String> variables = environment.apply(sandbox.access().environment());
        Surroundings surroundings = Surroundings.of(rooms, variables, Path.of(""), clock, events::add);
        pausing = new Pausing(new Changeable(), surroundings.profiles());
        setup = new Setup(surroundings, new Present());
    }

    public static TestPlace aws() {
        return new TestPlace(SandboxOptions.aws());
    }

    public static TestPlace gcp() {
        return new TestPlace(SandboxOptions.gcp());
    }

    /** With a person there, who has to act in {@link #pausing} when they are asked. */
    public TestPlace attended() {
        attended = true;
        return this;
    }

    /** Whoever is there. */
    private final class Present implements Renewals.Person {
        @Override
        public boolean aws(Renewal.Lapse<CloudConnector.SignIn> lapse) {
            return attended && pausing.aws(lapse);
        }

        @Override
        public boolean thoughtSpot(Renewal.Lapse<SignIn> lapse) {
            return attended && pausing.thoughtSpot(lapse);
        }
    }

    /** Those that are worked with at the time. */
    private final class Changeable implements Operations {
        @Override
        public <T> Operation start(Supplier<T> work, Ending<T> ending) {
            return working.start(work, ending);
        }

        @Override
        public Operation after(Duration delay, Runnable action) {
            return working.after(delay, action);
        }

        @Override
        public Operation every(Duration period, Runnable action) {
            return working.every(period, action);
        }

        @Override
        public <E> Consumer<E> onFront(Consumer<E> listener) {
            return event -> working.onFront(listener).accept(event);
        }

        @Override
        public InstantSource clock() {
            return working.clock();
        }
    }

    /** Waiting takes no time but on this clock. */
    private static final class MovingClock implements InstantSource {
        private Instant now = Instant.now();

        @Override
        public synchronized Instant instant() {
            return now;
        }

        synchronized void move(Duration time) {
            now = now.plus(time);
        }
    }

    /** Lets time go by in the sandbox. */
    public void pass(Duration time) {
        clock.move(time);
    }

    public Instant now() {
        return clock.instant();
    }

    /** A place in a sandbox, as the person sees it. */
    public TestPlace sandboxed() {
        sandboxed = true;
        return this;
    }

    /** The values of ThoughtSpot's own guide, entered. */
    public TestPlace withGuide() {
        SandboxAccess access = sandbox.access();
        publish(empty -> {
            Draft guide = empty.with(Field.HOSTING, gcp ? "gcp" : "aws")
                    .with(Field.HOST, access.thoughtSpot().toString())
                    .with(Field.ORG, "Primary")
                    .with(Field.ACCOUNT, access.customerAccount().value())
                    .with(Field.REGION, access.region().value())
                    .with(Field.BUCKET_NAME, "my-company-data-exports")
                    .with(Field.PREFIX, "thoughtspot/")
                    .with(Field.CREATE, "true")
                    .with(Field.ROLE_NAME, "thoughtspot-s3-upload")
                    .with(Field.WEBHOOK_NAME, "Webhook_S3")
                    .with(Field.WEBHOOK_URL, "https://api.example.com/thoughtspot/webhook");
            return gcp
                    ? guide.with(Field.SERVICE_ACCOUNT, access.serviceAccount().value())
                    : guide.with(
                                    Field.THOUGHTSPOT_ACCOUNT,
                                    access.thoughtSpotAccount().value())
                            .with(Field.EXTERNAL_ID, "ts-webhook-x7k9m2p4q1");
        });
        return this;
    }

    /** Works with these from now on: a view's models want those of a window. */
    public TestPlace with(Operations others) {
        working = others;
        return this;
    }

    /** Signed in to AWS as the customer's administrator. */
    public TestPlace signedIn() {
        RegionName region = sandbox.access().region();
        learn(k -> k.withCaller(Optional.of(setup.signIn(Optional.empty(), region))));
        return this;
    }

    /** Connected to ThoughtSpot as its administrator. */
    public TestPlace connected() {
        Connected connected = setup.connect(
                new ThoughtSpotHost(sandbox.access().thoughtSpot()),
                new SignIn.Token(Secret.of(sandbox.access().thoughtSpotToken())),
                Optional.of("Primary"));
        learn(k -> k.withThoughtSpot(Optional.of(connected)));
        return this;
    }

    @Override
    public ReadOnlyObjectProperty<Draft> draft() {
        return draft.getReadOnlyProperty();
    }

    @Override
    public void publish(UnaryOperator<Draft> change) {
        draft.set(change.apply(draft.get()));
    }

    @Override
    public ReadOnlyObjectProperty<Known> known() {
        return known.getReadOnlyProperty();
    }

    @Override
    public void learn(UnaryOperator<Known> change) {
        known.set(change.apply(known.get()));
    }

    @Override
    public Setup setup() {
        return setup;
    }

    @Override
    public boolean inSandbox() {
        return sandboxed;
    }

    @Override
    public Operations operations() {
        return working;
    }

    /** Where a person would put files: any that is asked for, in this folder. */
    public TestPlace choosing(Path folder) {
        chosen = Optional.of(folder);
        return this;
    }

    @Override
    public FileChoices files() {
        return new FileChoices() {
            @Override
            public Optional<Path> save(String title, String suggested) {
                return chosen.map(folder -> folder.resolve(suggested));
            }

            @Override
            public Optional<Path> folder(String title) {
                return chosen;
            }
        };
    }

    @Override
    public ReadOnlyObjectProperty<Optional<Path>> savedTo() {
        return savedTo.getReadOnlyProperty();
    }

    @Override
    public Navigation navigation() {
        return this;
    }

    @Override
    public void next() {
        went.add("next");
    }

    @Override
    public void goTo(StepId step) {
        went.add(step.name());
    }

    @Override
    public void goTo(StepId step, Field field) {
        went.add(step + " " + field);
    }

    @Override
    public void enterSandbox() {
        went.add("sandbox");
    }

    @Override
    public void saveSettings() {
        went.add("save");
        savedTo.set(chosen.map(folder -> folder.resolve("spotdock.yaml")));
    }

    @Override
    public void close() {
        went.add("close");
        setup.close();
        sandbox.close();
    }
}
