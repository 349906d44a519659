package io.spotdock.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.check.CheckResult;
import io.spotdock.check.Delivery;
import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.plan.Outcome;
import io.spotdock.plan.Plan;
import io.spotdock.service.Event;
import io.spotdock.settings.Problem;
import io.spotdock.text.Texts;
import io.spotdock.text.plan.PlanJson;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/** One JSON object a line: events as they come, the result last. Pure ASCII, whatever the terminal's character set. */
final class JsonOutput implements Output {
    private final JsonMapper mapper =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private final PrintStream out;
    private final Texts texts;
    private final JsonForms forms;
    private final DeliveryForms deliveries;
    private final PlanJson plans;
    private final ObjectNode members = mapper.createObjectNode();
    private boolean finished;

    JsonOutput(PrintStream out, Texts texts) {
        this.out = out;
        this.texts = texts;
        this.forms = new JsonForms(mapper, texts);
        this.deliveries = new DeliveryForms(texts, new Style(false));
        this.plans = new PlanJson(mapper, texts);
    }

    @Override
    public void accept(Event event) {
        write(form(event));
        if (event instanceof Event.Checked(CheckResult result)) list("checks").add(forms.of(result));
    }

    @Override
    public void accept(String integration, Event event) {
        write(form(event).put("integration", integration));
    }

    @Override
    public void ended(String integration, String subject, Map<String, ?> facts) {
        ObjectNode line = event("ended", subject).put("integration", integration);
        write(line.setAll((ObjectNode) mapper.valueToTree(facts)));
    }

    private ObjectNode form(Event event) {
        return switch (event) {
            case Event.Started e -> event("started", e.subject());
            case Event.Waiting e ->
                event("waiting", e.subject())
                        .put("attempt", e.attempt())
                        .put("nextInMillis", e.next().toMillis())
                        .put("why", texts.of(e.why()));
            case Event.Finished e -> finished(e.subject(), e.outcome());
            case Event.Checked(CheckResult result) ->
                event("check", result.id()).setAll(forms.of(result));
            case Event.Delivered(Delivery delivery) ->
                event("delivery", delivery.id()).setAll((ObjectNode) mapper.valueToTree(deliveries.json(delivery)));
        };
    }

    private ObjectNode finished(String subject, Outcome outcome) {
        ObjectNode line = event("finished", subject).put("outcome", outcome.id());
        switch (outcome) {
            case Outcome.Stopped(Failure failure) -> line.set("failure", plans.of(failure));
            case Outcome.Left(Fault why) -> line.put("why", texts.of(why));
            case Outcome.Changed(Optional<Fault> remains) ->
                remains.ifPresent(rest -> line.put("remains", texts.of(rest)));
            case Outcome.AlreadyRight _, Outcome.Cancelled _ -> {}
        }
        return line;
    }

    /** People watch; programs have the events. */
    @Override
    public void status(String text) {}

    @Override
    public void say(String sentence) {}

    @Override
    public void print(String text) {}

    @Override
    public void member(String name, Object value) {
        members.set(name, mapper.valueToTree(value));
    }

    @Override
    public void note(Fault note) {
        write(event("note", note.key()).put("text", texts.of(note)));
    }

    @Override
    public void problem(String source, Problem problem) {
        ObjectNode line = event("problem", problem.path());
        line.put("file", problem.file().orElse(source));
        line.put("key", problem.fault().key()).put("text", texts.of(problem.fault()));
        problem.at().ifPresent(at -> line.put("line", at.line()).put("column", at.column()));
        write(line);
        list("problems").add(line.deepCopy().without("event"));
    }

    @Override
    public void plan(Plan plan) {
        plan.changes().forEach(change -> list("changes").add(plans.of(change)));
        list("changes");
        plan.notes().forEach(note -> list("notes").add(plans.note(note)));
        members.put("account", plan.account().value());
    }

    @Override
    public void failure(Failure failure) {
        members.set("failure", plans.of(failure));
    }

    @Override
    public void misuse(String sentence) {
        members.set("failure", mapper.createObjectNode().put("kind", "usage").put("text", sentence));
    }

    /** Traces are in the log; standard output holds facts for programs. */
    @Override
    public void trace(Throwable bug) {}

    @Override
    public void finish(ExitCode code) {
        if (finished) return;
        finished = true;
        ObjectNode line = mapper.createObjectNode().put("result", code.result()).put("exitCode", code.code());
        write(line.setAll(members));
    }

    private ArrayNode list(String name) {
        return members.withArray("/" + name);
    }

    private ObjectNode event(String name, String subject) {
        return mapper.createObjectNode().put("event", name).put("subject", subject);
    }

    private void write(ObjectNode line) {
        out.print(asText(line) + "\n");
        out.flush();
    }

    private String asText(ObjectNode line) {
        try {
            return mapper.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
