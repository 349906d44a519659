package io.spotdock.thoughtspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.network.http.Reply;
import io.spotdock.port.Schedules;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The Org's schedules: lists them, and makes and deletes one. */
final class LiveboardSchedules implements Schedules {
    private static final boolean DONE = true;
    private static final int MOST_LOOKS = 3;

    /** ThoughtSpot publishes no code for it, so that its words have to tell. */
    private static final Pattern NOT_FOUND =
            Pattern.compile("(?i)not found|(?:does not|doesn.t) exist|no such|could not find|invalid metadata");

    private final Session session;
    private final ScheduleSearch search;

    LiveboardSchedules(Session session) {
        this.session = session;
        this.search = new ScheduleSearch(session);
    }

    @Override
    public List<Schedule> ofLiveboards() {
        return search.all();
    }

    @Override
    public List<Run> runs(String id) {
        return search.runs(id);
    }

    @Override
    public Schedule create(Wish wish) {
        try {
            return session.write(
                    Call.SCHEDULE_CREATE, body(wish), "", answer -> created(wish, answer), () -> named(wish.name()));
        } catch (FailureException e) {
            throw unknownLiveboard(wish, e.failure()).map(FailureException::new).orElse(e);
        }
    }

    private static ObjectNode body(Wish wish) {
        ObjectNode body = Json.object()
                .put("name", wish.name())
                .put("description", wish.description())
                .put("metadata_type", "LIVEBOARD")
                .put("metadata_identifier", wish.liveboard().value())
                .put("file_format", "PDF")
                .put("time_zone", wish.at().zone().getId());
        // Without them the file may come out empty.
        body.putObject("pdf_options").put("complete_liveboard", true);
        ZonedDateTime at = wish.at().at();
        body.putObject("frequency")
                .putObject("cron_expression")
                .put("second", "0")
                .put("minute", String.valueOf(at.getMinute()))
                .put("hour", String.valueOf(at.getHour()))
                .put("day_of_month", String.valueOf(at.getDayOfMonth()))
                .put("month", String.valueOf(at.getMonthValue()))
                // Of the two days one is left open where the other is named, as cron expressions with seconds have it.
                .put("day_of_week", "?");
        body.putObject("recipient_details")
                .putArray("principals")
                .addObject()
                .put("identifier", wish.recipient())
                .put("type", "USER");
        return body;
    }

    private Schedule created(Wish wish, Reply.Answer answer) {
        Optional<Schedule> told = Json.read(answer.body()).flatMap(ScheduleSearch::schedule);
        if (told.isPresent()) return told.get();
        for (int look = 1; ; look++) {
            Optional<Schedule> found = named(wish.name());
            if (found.isPresent()) return found.get();
            if (look == MOST_LOOKS)
                throw new FailureException(new Failure.NotVisibleYet(
                        "schedule " + wish.name(), "created, but not listed: " + answer.status()));
            session.patience().sleep(Duration.ofSeconds(look));
        }
    }

    private Optional<Schedule> named(String name) {
        return search.all().stream()
                .filter(schedule -> schedule.name().equals(name))
                .findFirst();
    }

    private static Optional<Failure> unknownLiveboard(Wish wish, Failure failure) {
        boolean about = failure instanceof Failure.Invalid || failure instanceof Failure.Missing;
        return about && NOT_FOUND.matcher(failure.said()).find()
                ? Optional.of(new Failure.Invalid(
                        LIVEBOARD, Fault.of("fault.liveboard.unknown", wish.liveboard()), failure.said()))
                : Optional.empty();
    }

    @Override
    public void delete(String id) {
        try {
            session.write(
                    Call.SCHEDULE_DELETE,
                    Optional.empty(),
                    id,
                    answer -> Replies.accepted(session, Call.SCHEDULE_DELETE, answer),
                    () -> isThere(id) ? Optional.empty() : Optional.of(DONE));
        } catch (FailureException e) {
            boolean about = e.failure() instanceof Failure.Invalid || e.failure() instanceof Failure.Missing;
            if (!about || isThere(id)) throw e;
        }
    }

    private boolean isThere(String id) {
        return search.all().stream().anyMatch(schedule -> schedule.id().equals(id));
    }
}
