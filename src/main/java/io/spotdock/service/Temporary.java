package io.spotdock.service;

import io.spotdock.check.Verdict;

/** Something that is put outside for the length of a test, and is taken away again whatever comes of the test. */
interface Temporary {
    /** Says what it waits for, from now on, to whoever this is. */
    void speakTo(Event.Sink sink);

    /** Takes away what earlier ones left; where that can't be done, a check or a note reports it. */
    void tidyUp(Event.Sink told);

    /** Takes it away, if it was put there or may have been; says what became of it. Again, it says the same. */
    Verdict end();
}
