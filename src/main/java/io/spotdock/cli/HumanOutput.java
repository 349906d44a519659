package io.spotdock.cli;

import io.spotdock.check.CheckResult;
import io.spotdock.check.Delivery;
import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Unseen;
import io.spotdock.log.Trace;
import io.spotdock.plan.Outcome;
import io.spotdock.plan.Plan;
import io.spotdock.service.Event;
import io.spotdock.settings.Problem;
import io.spotdock.text.FailureText;
import io.spotdock.text.Remaining;
import io.spotdock.text.Texts;
import io.spotdock.text.plan.PlanText;
import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plain lines: results on standard output, everything else on standard error. */
final class HumanOutput implements Output {
    private final PrintStream out;
    private final PrintStream err;
    private final Style style;
    private final StatusLine status;
    private final boolean verbose;
    private final Texts texts;
    private final CheckText checks;
    private final Set<String> underWay = new LinkedHashSet<>();
    private final DeliveryForms deliveries;
    private String lastReason = "";

    HumanOutput(PrintStream out, PrintStream err, Style style, boolean live, boolean verbose, Texts texts) {
        this.out = out;
        this.err = err;
        this.style = style;
        this.status = new StatusLine(err, live);
        this.verbose = verbose;
        this.texts = texts;
        this.checks = new CheckText(texts, style, verbose);
        this.deliveries = new DeliveryForms(texts, style);
    }

    @Override
    public void accept(Event event) {
        switch (event) {
            case Event.Started e -> {
                underWay.add(e.subject());
                showWhatIsUnderWay();
            }
            case Event.Waiting e -> waiting(e);
            case Event.Finished e -> {
                underWay.remove(e.subject());
                finished(e.subject(), e.outcome());
            }
            case Event.Checked(CheckResult result) -> {
                underWay.remove(result.id());
                print(checks.of(result));
                showWhatIsUnderWay();
            }
            case Event.Delivered(Delivery delivery) -> print(deliveries.line(delivery));
        }
    }

    /** On a terminal each reason is told once, and the time till the next try passes in the line at its foot. */
    private void waiting(Event.Waiting waiting) {
        long seconds = Math.max(1, waiting.next().toSeconds());
        String why = texts.of(waiting.why());
        if (!status.isLive()) {
            line(
                    waiting.attempt() == 0
                            ? texts.get("cli.event.waiting-first", waiting.subject(), why, seconds)
                            : texts.get("cli.event.waiting", waiting.subject(), why, waiting.attempt(), seconds));
            return;
        }
        String reason = texts.get("cli.event.waiting-for", waiting.subject(), why);
        if (!reason.equals(lastReason)) line(reason);
        lastReason = reason;
        status.countDown(
                waiting.next(), left -> texts.get("cli.event.counting", waiting.subject(), Remaining.of(left)));
    }

    /** Of several, the one that has been under way the longest: it holds the others up. */
    private void showWhatIsUnderWay() {
        underWay.stream().findFirst().ifPresent(subject -> status.show(texts.get("cli.event.started", subject)));
    }

    private void finished(String subject, Outcome outcome) {
        switch (outcome) {
            case Outcome.Changed(Optional<Fault> remains) ->
                line(style.good(texts.get("cli.event.changed", subject))
                        + remains.map(rest -> " " + texts.of(rest)).orElse(""));
            case Outcome.AlreadyRight _ -> line(style.quiet(texts.get("cli.event.already-right", subject)));
            case Outcome.Cancelled _ -> line(style.look(texts.get("cli.event.cancelled", subject)));
            case Outcome.Left(Fault why) ->
                line(style.look(texts.get("cli.event.left", subject)) + " " + texts.of(why));
            case Outcome.Stopped(Failure failure) -> {
                line(style.bad(texts.get("cli.event.stopped", subject)));
                failure(failure);
            }
        }
    }

    @Override
    public void accept(String integration, Event event) {}

    @Override
    public void ended(String integration, String subject, Map<String, ?> facts) {}

    @Override
    public void status(String text) {
        status.show(text);
    }

    @Override
    public void say(String sentence) {
        line(sentence);
    }

    @Override
    public void print(String text) {
        status.clear();
        out.print(style.safe(text));
        out.flush();
    }

    @Override
    public void member(String name, Object value) {}

    @Override
    public void note(Fault note) {
        line(style.look(texts.get("cli.note")) + " " + texts.of(note));
    }

    @Override
    public void problem(String source, Problem problem) {
        String file = problem.file().orElse(source);
        String place = problem.at()
                .map(at -> file + ":" + at.line() + ":" + at.column())
                .orElse(file);
        String path = problem.path().isEmpty() ? "" : style.strong(problem.path()) + ": ";
        line(place + ": " + path + texts.of(problem.fault()));
    }

    @Override
    public void plan(Plan plan) {
        print(new PlanText(texts, style).of(plan));
    }

    @Override
    public void failure(Failure failure) {
        FailureText text = texts.of(failure);
        line(style.bad(text.sentence()));
        text.cause().ifPresent(cause -> line("  " + cause));
        line("  " + text.remedy());
        if (!failure.said().isBlank() && verbose) line(style.quiet(texts.get("cli.said", failure.said())));
    }

    @Override
    public void misuse(String sentence) {
        line(style.bad(sentence));
    }

    @Override
    public void trace(Throwable bug) {
        if (!verbose) return;
        status.clear();
        err.println(Unseen.shown(Trace.of(bug)));
    }

    @Override
    public void finish(ExitCode code) {
        status.clear();
        out.flush();
        err.flush();
    }

    private void line(String text) {
        status.clear();
        err.println(style.safe(text));
    }
}
