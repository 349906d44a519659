package io.spotdock.port;

import io.spotdock.domain.Failure;

/**
 * Gets another sign-in when one that has worked runs out in the middle of something. It is called on the thread whose call
 * was refused, and may take as long as a person takes; other calls with that sign-in wait meanwhile, so that nobody is asked
 * twice.
 *
 * @param <S> how one signs in to that side
 */
@FunctionalInterface
public interface Renewal<S> {
    /**
     * Has another one taken.
     *
     * @return false when it is given up: what was called fails as it did
     * @throws java.util.concurrent.CancellationException when interrupted
     */
    boolean renew(Lapse<S> lapse);

    /** Where nobody can be asked. */
    static <S> Renewal<S> none() {
        return _ -> false;
    }

    /** A sign-in that has worked and is no longer accepted. */
    interface Lapse<S> {
        /** The AWS account, or ThoughtSpot's host. */
        String where();

        /** The sign-in that has run out. */
        S signIn();

        Failure.Expired why();

        /**
         * Tries another one, and goes on with it; it may be the same, where what it refers to was renewed. Blocks. The old one
         * stays when the other is refused.
         *
         * @throws io.spotdock.domain.FailureException Expired when it is not accepted either, Invalid when it leads to another
         *     account or Org or has fewer rights than the former one
         */
        void take(S other);
    }
}
