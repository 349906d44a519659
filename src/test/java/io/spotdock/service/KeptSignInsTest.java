package io.spotdock.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.spotdock.MemoryKeychain;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Secret;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.journal.DataDirectory;
import io.spotdock.port.Keychain.Item;
import io.spotdock.port.WebhookConnector.SignIn;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptSignInsTest {
    private static final ThoughtSpotHost HOST = new ThoughtSpotHost(URI.create("https://my-company.thoughtspot.cloud"));
    private static final ThoughtSpotHost OTHER =
            new ThoughtSpotHost(URI.create("https://other.thoughtspot.cloud:8443"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final MemoryKeychain keychain = new MemoryKeychain();

    @SuppressWarnings("NullAway.Init")
    private KeptSignIns signIns;

    @BeforeEach
    void kept() {
        signIns = another();
    }

    /** As of a program that is started anew. */
    private KeptSignIns another() {
        return new KeptSignIns(keychain, new DataDirectory(folder.resolve("own")));
    }

    private static SignIn token(String text) {
        return new SignIn.Token(Secret.of(text));
    }

    private static SignIn password(String user, String text) {
        return new SignIn.Password(user, Secret.of(text));
    }

    private static Fault refused(ThrowingCallable call) {
        FailureException thrown = catchThrowableOfType(FailureException.class, call);
        assertThat(thrown.failure()).isInstanceOf(Failure.Invalid.class);
        return ((Failure.Invalid) thrown.failure()).fault();
    }

    @Test
    void aTokenAndPasswordsAreKeptSideBySideAndFoundByALaterRun() {
        signIns.keep(HOST, token("a-token"));
        signIns.keep(HOST, password("anna müller+x@example.com", "of-anna"));
        signIns.keep(OTHER, token("of-the-other"));

        KeptSignIns later = another();

        assertThat(later.list()).hasSize(3);
        assertThat(told(later.take(later.of(HOST, Optional.empty()).orElseThrow())))
                .isEqualTo("token a-token");
        Item anna = later.of(HOST, Optional.of("anna müller+x@example.com")).orElseThrow();
        assertThat(told(later.take(anna))).isEqualTo("password anna müller+x@example.com of-anna");
        assertThat(told(later.take(later.of(OTHER, Optional.empty()).orElseThrow())))
                .isEqualTo("token of-the-other");
    }

    private static String told(SignIn signIn) {
        return switch (signIn) {
            case SignIn.Token(Secret token) -> "token " + token.use(text -> text);
            case SignIn.Password(String user, Secret password) -> "password " + user + " " + password.use(text -> text);
            case SignIn.SecretKey _ -> "secret key";
        };
    }

    @Test
    void whetherThereIsOneIsKnownWithoutTheKeychain() {
        signIns.keep(HOST, token("a-token"));
        assertThat(another().of(HOST, Optional.empty())).isPresent();
        assertThat(another().of(OTHER, Optional.empty())).isEmpty();
        assertThat(another().of(HOST, Optional.of("berta"))).isEmpty();
        assertThat(keychain.asked()).containsExactly("keep");
    }

    @Test
    void itsOwnRecordHoldsNoSecret() throws Exception {
        signIns.keep(HOST, password("anna", "p4ssword-of-anna"));
        assertThat(Files.readString(folder.resolve("own/kept-sign-ins")))
                .isEqualToNormalizingNewlines("https://my-company.thoughtspot.cloud anna\n");
    }

    @Test
    void aSecretKeyIsNeverKept() {
        SignIn key = new SignIn.SecretKey("anna", Secret.of("0000-1111"));
        assertThat(refused(() -> signIns.keep(HOST, key))).isEqualTo(Fault.of("fault.keychain.secret-key"));
        assertThat(keychain.asked()).isEmpty();
        assertThat(signIns.list()).isEmpty();
    }

    @Test
    void whatTheKeychainRefusesIsNotTakenForKept() {
        keychain.refuse("fault.keychain.locked");
        assertThat(refused(() -> signIns.keep(HOST, token("a-token")))).isEqualTo(Fault.of("fault.keychain.locked"));
        assertThat(signIns.list()).isEmpty();
    }

    @Test
    void whatWasKeptBeforeStaysWhenANewOneIsRefused() {
        signIns.keep(HOST, token("a-token"));
        keychain.refuse("fault.keychain.locked");
        refused(() -> signIns.keep(HOST, token("another")));
        refused(() -> signIns.forget(signIns.list().getFirst()));
        keychain.comply();
        assertThat(told(signIns.take(signIns.list().getFirst()))).isEqualTo("token a-token");
    }

    @Test
    void whatSomebodyTookOutIsSaidOnceAndNoLongerOffered() {
        Item item = signIns.keep(HOST, token("a-token"));
        keychain.clear();
        assertThat(refused(() -> signIns.take(item))).isEqualTo(Fault.of("fault.keychain.gone", HOST.name()));
        assertThat(another().list()).isEmpty();
    }

    @Test
    void whatIsForgottenIsInNeither() {
        Item item = signIns.keep(HOST, token("a-token"));
        signIns.forget(item);
        assertThat(keychain.kept()).isEmpty();
        assertThat(another().list()).isEmpty();
    }

    @Test
    void aSpoiltLineOfTheRecordIsPassedOver() throws Exception {
        signIns.keep(HOST, token("a-token"));
        Path record = folder.resolve("own/kept-sign-ins");
        Files.writeString(
                record, "nonsense\nhttp://elsewhere.example.com x\n" + Files.readString(record) + "https://a %%\n");
        assertThat(another().list()).containsExactly(new Item(HOST, ""));
    }
}
