package io.spotdock.sandbox.thoughtspot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.sandbox.control.Faults;
import io.spotdock.sandbox.wire.Exchange;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** The end points under {@code /schedules}. */
final class ScheduleRoutes {
    private static final Set<String> MAY_SCHEDULE = Set.of("ADMINISTRATION", "JOBSCHEDULING");

    private final Directory directory;
    private final Schedules schedules;
    private final Faults faults;

    ScheduleRoutes(Directory directory, Schedules schedules, Faults faults) {
        this.directory = directory;
        this.schedules = schedules;
        this.faults = faults;
    }

    List<Route> routes() {
        return List.of(
                Route.writing("POST", "/schedules/create", MAY_SCHEDULE, this::create),
                Route.reading("POST", "/schedules/search", Set.of(), this::search),
                Route.writing("POST", "/schedules/{id}/delete", MAY_SCHEDULE, this::delete));
    }

    private Exchange.Answer create(Route.Request request) {
        Body body = request.body();
        ObjectNode fields = Replies.object();
        fields.put("name", body.needText("name")).put("description", body.needText("description"));
        body.needOneOf("metadata_type", Set.of("LIVEBOARD"));
        String wanted = body.needText("metadata_identifier");
        String format = body.needOneOf("file_format", Set.of("PDF", "CSV", "XLSX"));
        body.anything("pdf_options").ifPresent(options -> fields.set("pdf_options", options));
        body.anything("liveboard_options");
        ZoneId zone = zone(body.needText("time_zone"));
        Optional<Cron> cron =
                body.object("frequency").map(frequency -> Cron.read(frequency.needObject("cron_expression")));
        fields.set("recipient_details", recipients(body.needObject("recipient_details")));
        body.done();
        Session session = request.session();
        Liveboard liveboard = directory
                .liveboard(session.org(), wanted)
                .orElseThrow(() -> ApiError.invalid("Liveboard not found: \"" + wanted + "\""));
        if (!session.user().hasAny(Set.of("ADMINISTRATION", "DATADOWNLOADING")))
            throw ApiError.forbidden("User " + session.user().name() + " needs DATADOWNLOADING");
        Schedule made = schedules.add(new Schedule(
                UUID.randomUUID().toString(),
                session,
                liveboard,
                format,
                fields,
                cron,
                zone,
                schedules.now(),
                Optional.empty(),
                List.of()));
        return Replies.ok(made.json());
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException _) {
            throw ApiError.invalid("time_zone is not valid: \"" + text + "\"");
        }
    }

    private ObjectNode recipients(Body body) {
        ObjectNode fields = Replies.object();
        List<String> emails = body.texts("emails");
        List<Body> principals = body.objects("principals");
        if (emails.isEmpty() && principals.isEmpty())
            throw ApiError.invalid(body.at("emails") + " or " + body.at("principals") + " is required");
        emails.forEach(fields.putArray("emails")::add);
        var list = fields.putArray("principals");
        for (Body principal : principals) {
            String type = principal.needOneOf("type", Set.of("USER", "USER_GROUP"));
            String identifier = principal.needText("identifier");
            if (type.equals("USER") && !directory.knows(identifier))
                throw ApiError.invalid("User not found: \"" + identifier + "\"");
            list.addObject().put("identifier", identifier).put("type", type);
        }
        return fields;
    }

    private Exchange.Answer search(Route.Request request) {
        Body body = request.body();
        List<String> boards = body.objects("metadata").stream()
                .map(one -> {
                    one.oneOf("type", Set.of("LIVEBOARD"));
                    return one.needText("identifier");
                })
                .toList();
        List<String> ids = body.texts("schedule_identifiers");
        Page page = Page.readOrWhole(body, 10);
        OptionalInt runs =
                body.object("history_runs_options").map(ScheduleRoutes::runs).orElseGet(OptionalInt::empty);
        body.done();
        var answer = JsonNodeFactory.instance.arrayNode();
        List<Schedule> found = schedules.of(request.session().org()).stream()
                .filter(schedule -> ids.isEmpty() || ids.contains(schedule.id()) || ids.contains(schedule.name()))
                .filter(schedule -> boards.isEmpty()
                        || boards.contains(schedule.liveboard().id())
                        || boards.contains(schedule.liveboard().name()))
                .toList();
        page.of(found)
                .forEach(schedule -> answer.add(runs.isPresent() ? schedule.json(runs.getAsInt()) : schedule.json()));
        return Replies.ok(answer);
    }

    private static OptionalInt runs(Body options) {
        boolean wanted = options.flag("include_history_runs").orElse(false);
        int size = (int) Math.min(options.integer("record_size").orElse(10L), 1000);
        options.integer("record_offset");
        return wanted ? OptionalInt.of(Math.max(0, size)) : OptionalInt.empty();
    }

    private Exchange.Answer delete(Route.Request request) {
        request.body().done();
        if (ThoughtSpotFault.KEEP_SCHEDULE.takeOne(faults))
            throw ApiError.forbidden("User " + request.session().user().name() + " may not edit the Liveboard");
        if (schedules.remove(request.session().org(), request.id()).isEmpty())
            throw ApiError.invalid("Schedule not found: \"" + request.id() + "\"");
        return Replies.noContent();
    }
}
