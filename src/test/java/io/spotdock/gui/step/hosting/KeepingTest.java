package io.spotdock.gui.step.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.MemoryKeychain;
import io.spotdock.TestRooms;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Secret;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.gui.step.TestPlace;
import io.spotdock.gui.step.hosting.SignInForm.Way;
import io.spotdock.gui.task.Operations;
import io.spotdock.journal.DataDirectory;
import io.spotdock.port.Keychain.Item;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.sandbox.thoughtspot.ThoughtSpotServer;
import io.spotdock.service.KeptSignIns;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingTest {
    private final MemoryKeychain keychain = new MemoryKeychain();

    @SuppressWarnings("NullAway.Init")
    private KeptSignIns signIns;

    @SuppressWarnings("NullAway.Init")
    private TestPlace place;

    @SuppressWarnings("NullAway.Init")
    private HostingModel model;

    @BeforeEach
    void start(@TempDir Path folder) {
        signIns = new KeptSignIns(keychain, new DataDirectory(folder));
        place = new TestPlace(
                SandboxOptions.aws(),
                Path.of("no-such-home"),
                environment -> environment,
                rooms -> TestRooms.keeping(rooms, signIns));
        begin();
    }

    @AfterEach
    void close() {
        place.close();
    }

    /** The pane as it comes into view. */
    private void begin() {
        model = new HostingModel(place);
        model.enter();
    }

    private Item token() {
        return new Item(new ThoughtSpotHost(place.sandbox.access().thoughtSpot()), "");
    }

    private void typeHost() {
        model.form().host().text().set(place.sandbox.access().thoughtSpot().toString());
    }

    private void connect() {
        typeHost();
        model.form().secretChanged(true);
        model.connect(Secret.of(place.sandbox.access().thoughtSpotToken()));
        assertThat(place.setup().thoughtSpot()).isPresent();
    }

    private void keep() {
        model.keeping().wanted().set(true);
        connect();
    }

    private Keeping.Sight sight() {
        return model.keeping().sight().get();
    }

    private Fault trouble() {
        return sight().trouble().orElseThrow().text();
    }

    @Test
    void nothingIsKeptUnlessThePersonWantsIt() {
        assertThat(model.keeping().wanted().get()).isFalse();
        connect();
        assertThat(keychain.asked()).isEmpty();
        assertThat(sight().kept()).isEmpty();
    }

    @Test
    void whatIsWantedIsKeptOnceThoughtSpotHasAcceptedIt() {
        keep();
        assertThat(keychain.kept())
                .containsEntry(token(), place.sandbox.access().thoughtSpotToken());
        assertThat(sight().kept()).contains(token());
        assertThat(model.keeping().wanted().get()).isFalse();
    }

    @Test
    void whatThoughtSpotRefusesIsNotKept() {
        model.keeping().wanted().set(true);
        typeHost();
        model.form().secretChanged(true);
        model.connect(Secret.of("wrong-token"));
        assertThat(model.form().secretFault().get()).isPresent();
        assertThat(keychain.asked()).isEmpty();
    }

    @Test
    void aLaterWizardTellsOfItAndUsesItWhenToldTo() {
        keep();
        model.disconnect();
        begin();
        assertThat(sight().kept()).contains(token());
        assertThat(keychain.asked()).containsExactly("keep");

        model.connectAsKept();

        assertThat(keychain.asked()).containsExactly("keep", "find");
        assertThat(place.known().get().thoughtSpot()).isPresent();
    }

    @Test
    void itIsOfferedForItsOwnClusterOnly() {
        keep();
        model.disconnect();
        model.form().host().text().set("other.thoughtspot.cloud");
        assertThat(sight().kept()).isEmpty();
        model.connectAsKept();
        assertThat(keychain.asked()).containsExactly("keep");
    }

    @Test
    void itIsForgottenOnRequest() {
        keep();
        model.keeping().forget();
        assertThat(keychain.kept()).isEmpty();
        assertThat(sight().kept()).isEmpty();
        assertThat(place.setup().thoughtSpot()).isPresent();
    }

    @Test
    void aPasswordIsKeptForItsUser() {
        model.keeping().wanted().set(true);
        typeHost();
        model.form().way().set(Way.PASSWORD);
        model.form().user().text().set("admin");
        model.form().secretChanged(true);
        model.connect(Secret.of(ThoughtSpotServer.PASSWORD));
        assertThat(sight().kept()).contains(new Item(token().host(), "admin"));
        model.disconnect();
        model.connectAsKept();
        assertThat(place.setup().thoughtSpot()).isPresent();
    }

    @Test
    void aSecretKeyCantBeKeptAndItIsSaidWhy() {
        model.keeping().wanted().set(true);
        model.form().way().set(Way.SECRET_KEY);
        assertThat(sight().hindrance()).contains(Fault.of("fault.keychain.secret-key"));
        assertThat(model.keeping().wanted().get()).isFalse();
        model.form().way().set(Way.TOKEN);
        assertThat(sight().hindrance()).isEmpty();
    }

    @Test
    void whereThereIsNoKeychainItIsSaidWhy() {
        keychain.absent("fault.keychain.no-bus");
        begin();
        assertThat(sight().hindrance()).contains(Fault.of("fault.keychain.no-bus"));
    }

    @Test
    void aLockedKeychainLeavesThePersonConnectedAndSaysThatNothingWasKept() {
        keychain.refuse("fault.keychain.locked");
        keep();
        assertThat(trouble()).isEqualTo(Fault.of("fault.keychain.locked"));
        assertThat(sight().kept()).isEmpty();
        assertThat(place.setup().thoughtSpot()).isPresent();
    }

    @Test
    void whatWasTakenOutOfTheKeychainIsNoLongerOffered() {
        keep();
        model.disconnect();
        keychain.clear();
        model.connectAsKept();
        assertThat(trouble().key()).isEqualTo("fault.keychain.gone");
        assertThat(sight().kept()).isEmpty();
        assertThat(place.setup().thoughtSpot()).isEmpty();
    }

    @Test
    void aKeptTokenThatHasRunOutIsSaidAndStillOfferedToBeForgotten() {
        keep();
        model.disconnect();
        keychain.put(token(), "one-that-has-run-out");
        model.connectAsKept();
        assertThat(sight().trouble().orElseThrow().title()).isEqualTo(Fault.of("wizard.hosting.keychain.refused"));
        model.keeping().forget();
        assertThat(sight().trouble()).isEmpty();
        assertThat(keychain.kept()).isEmpty();
    }

    @Test
    void aKeychainThatAsksThePersonIsWaitedForWithAWayOut() {
        connect();
        model.keeping().wanted().set(true);
        place.operations.hold();
        model.keeping().signedIn();
        place.operations.pass(Operations.SLOW);
        assertThat(model.footer().get().note().text()).isEqualTo(Fault.of("wizard.hosting.keychain.waiting"));
        model.footer().get().commands().getFirst().run().run();
        place.operations.release();
        assertThat(keychain.asked()).isEmpty();
        assertThat(model.keeping().working().running().get()).isFalse();
    }

    @Test
    void inASandboxThereIsNothingToKeep() {
        place.sandboxed();
        begin();
        assertThat(sight().offered()).isFalse();
        keep();
        assertThat(keychain.asked()).isEmpty();
    }
}
