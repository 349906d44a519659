package io.spotdock.cli;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.plan.Plan;
import io.spotdock.service.Event;
import io.spotdock.settings.Problem;
import java.util.Map;

/** Where a command's words go: to a person, or to a program. */
public interface Output extends Event.Sink {
    /** A fact about an operation on one of many integrations, for programs; people are told how it ended. */
    void accept(String integration, Event event);

    /**
     * What became of one of many integrations, for programs; people are told in the end.
     *
     * @param subject what was done with it, such as {@code plan}
     * @param facts text, numbers, lists, maps or JSON nodes
     */
    void ended(String integration, String subject, Map<String, ?> facts);

    /** What is going on, in the passing line at the foot of a terminal. */
    void status(String text);

    /** A sentence for people; programs don't see it. */
    void say(String sentence);

    /** A result in its human form, as it stands; programs find it in {@link #member} instead. */
    void print(String text);

    /** A member of the last line's object: text, numbers, lists, maps or JSON nodes; people don't see it. */
    void member(String name, Object value);

    /** Something to know. */
    void note(Fault note);

    /** Something wrong with a settings file. */
    void problem(String source, Problem problem);

    void plan(Plan plan);

    void failure(Failure failure);

    /** A usage error. */
    void misuse(String sentence);

    /** A bug's trace, for those who asked for more. */
    void trace(Throwable bug);

    /** The last line. */
    void finish(ExitCode code);
}
