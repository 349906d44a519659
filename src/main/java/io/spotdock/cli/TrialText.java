package io.spotdock.cli;

import io.spotdock.domain.Telltales;
import io.spotdock.port.Receivers.Header;
import io.spotdock.port.Receivers.Trial;
import io.spotdock.text.Texts;
import java.util.LinkedHashMap;
import java.util.Map;

/** A test call before it is sent, without its secrets. */
final class TrialText {
    private TrialText() {}

    static void tell(Output output, Trial trial, Texts texts) {
        StringBuilder text = new StringBuilder("\n" + texts.get("cli.receiver.trial") + "\n");
        text.append("  POST ").append(shown(trial)).append('\n');
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : trial.headers()) {
            headers.put(header.name(), header.shown());
            text.append("  ")
                    .append(header.name())
                    .append(": ")
                    .append(header.shown())
                    .append('\n');
        }
        text.append('\n');
        JsonText.print(JsonText.read(trial.body()))
                .lines()
                .forEach(line -> text.append("  ").append(line).append('\n'));
        output.print(text.append('\n').toString());
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("url", shown(trial));
        call.put("headers", headers);
        call.put("body", JsonText.read(trial.body()));
        output.member("testCall", call);
    }

    /** Where it goes, as it may be shown. */
    static String shown(Trial trial) {
        return Telltales.hideInAddress(trial.url().toString());
    }
}
