package io.spotdock.cli;

import io.spotdock.service.Integration;
import io.spotdock.service.LiveboardProposal;
import io.spotdock.service.LiveboardProposal.Mail;
import io.spotdock.service.TestOrder;
import io.spotdock.text.Texts;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Shows what a test with a Liveboard does, and asks.
 *
 * @param yes whether a person has agreed beforehand
 */
record LiveboardConsent(Frame frame, boolean yes) {
    /** Whether it may be done. Where nothing can be, there is nothing to agree to, and the checks say why. */
    boolean given(Integration integration, TestOrder.Liveboard order) {
        Optional<LiveboardProposal> proposal = integration.liveboard(order.zone());
        if (proposal.isEmpty()) return true;
        Texts texts = frame.context().texts();
        Output output = frame.output();
        tell(order, proposal.get(), texts, output);
        return yes || Consenting.given(frame, texts.get("cli.test.liveboard.ask"));
    }

    private static void tell(TestOrder.Liveboard order, LiveboardProposal proposal, Texts texts, Output output) {
        output.member("liveboard", member(order, proposal));
        output.say(texts.get("cli.test.liveboard.says", order.reference(), proposal.at()));
        output.say(texts.get(mail(proposal.mail()), proposal.recipient()));
        output.say(texts.get("cli.test.liveboard.stays", proposal.bucket() + "/" + proposal.prefix()));
    }

    private static String mail(Mail mail) {
        return switch (mail) {
            case YES -> "cli.test.liveboard.mail";
            case NO -> "cli.test.liveboard.no-mail";
            case PERHAPS -> "cli.test.liveboard.perhaps-mail";
        };
    }

    private static Map<String, Object> member(TestOrder.Liveboard order, LiveboardProposal proposal) {
        Map<String, Object> member = new LinkedHashMap<>();
        member.put("liveboard", order.reference().value());
        member.put("at", proposal.at().instant().toString());
        member.put("recipient", proposal.recipient());
        member.put("mail", proposal.mail().name().toLowerCase(Locale.ROOT));
        return member;
    }
}
