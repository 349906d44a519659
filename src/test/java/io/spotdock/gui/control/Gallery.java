package io.spotdock.gui.control;

import static io.spotdock.gui.control.Message.Kind.CHECKING;
import static io.spotdock.gui.control.Message.Kind.ERROR;
import static io.spotdock.gui.control.Message.Kind.GOOD;
import static io.spotdock.gui.control.Message.Kind.KNOW;
import static io.spotdock.gui.control.Message.Kind.LOOK;

import io.spotdock.gui.look.Grid;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Every control in every state, in columns of the wizard's widths. The words are the design's. */
final class Gallery {
    private static void nothing() {}

    private Gallery() {}

    static Region all() {
        HBox columns = new HBox(Grid.COLUMNS, first(), second(), third(), focused());
        columns.setStyle("-fx-padding: 40px; -fx-background-color: -color-bg-default");
        return columns;
    }

    private static Node first() {
        TextEntry locked = new TextEntry("_ThoughtSpot account", "Read from ThoughtSpot.");
        locked.setText("123456789012");
        locked.setLocked(true);
        TextEntry external = new TextEntry("_External ID", "Made by ThoughtSpot. Kept exactly, case included.");
        external.setText("ts-webhook-x7k9m2p4q1");
        external.setTrailing(new CopyButton("Copy external ID", "Copied", external::getText));
        TextEntry prefix = new TextEntry("_Prefix", "Limits ThoughtSpot to this folder.");
        prefix.setAside("optional");
        prefix.setPrompt("thoughtspot/");
        TextEntry arn = new TextEntry("Role _ARN", "From your cloud team, when the role is there.");
        arn.setMono(true);
        arn.setPrompt("arn:aws:iam::999888777666:role/…");
        SecretEntry secret = new SecretEntry("_Token", "Used now, never stored.", "Show", "Hide");
        secret.setText("a-token-of-many-letters");
        Choice<String> region = new Choice<>("_Region", "As in your profile.", words -> words);
        region.items().addAll("us-east-1, N. Virginia", "eu-central-1, Frankfurt");
        region.setValue("us-east-1, N. Virginia");
        Choice<String> read = new Choice<>("Region", "Read from the bucket.", words -> words);
        read.setValue("us-east-1, N. Virginia");
        read.setLocked(true);
        SearchField<String> bucket = new SearchField<>("_Bucket", "1 of 42 buckets in this account.", words -> words);
        bucket.items().addAll("my-company-data-exports", "my-company-logs");
        bucket.setValue("my-company-data-exports");
        PreviewField delivered = new PreviewField("A delivered file", "ThoughtSpot makes the part after the prefix.");
        delivered.setTokens(List.of(Token.fromForm("thoughtspot/"), Token.plain("cluster-…/user-…/Sales.pdf")));
        TextEntry off = new TextEntry("Name", "As ThoughtSpot’s list will show it.");
        off.setDisable(true);
        VBox column = new VBox(Grid.FIELDS);
        column.getChildren()
                .addAll(
                        message(new Message(CHECKING, "Checking…")),
                        message(new Message(GOOD, "Available in S3.")),
                        message(new Message(KNOW, "Found in your account. Review shows changes.")),
                        message(new Message(LOOK, "No answer from this URL. ThoughtSpot may still reach it.")),
                        message(new Message(ERROR, "Only small letters.")
                                .spoken("error")
                                .withFix("Use my-company", Gallery::nothing)),
                        locked,
                        external,
                        prefix,
                        arn,
                        secret,
                        region,
                        read,
                        bucket,
                        delivered,
                        off);
        return fixed(Grid.SIDE_COLUMN, column);
    }

    private static TextEntry message(Message message) {
        TextEntry entry = new TextEntry("Bucket name", "");
        entry.setText("My_Company_Data_Exports");
        entry.setMessage(message);
        return entry;
    }

    private static Node second() {
        PaneHeader header = new PaneHeader(
                "Which AWS account owns the bucket?",
                "Pick a profile that may create a role. Spotdock looks first and writes nothing here.");
        header.setHelp(
                "What is this?",
                "Hide this",
                List.of(
                        "A profile is a saved way to sign in to AWS. It is kept in the folder `.aws`.",
                        "Spotdock stores no keys."));
        header.toggleHelp();
        RadioGroup<String> clouds = new RadioGroup<>();
        ChoiceCard aws =
                new ChoiceCard("AWS", "Amazon Web Services", "ThoughtSpot assumes your role from its AWS account.");
        aws.setTag("Detected");
        ChoiceCard gcp = new ChoiceCard("GCP", "Google Cloud", "ThoughtSpot assumes your role with a token.");
        VBox cards = new VBox(Grid.FIELDS, clouds.add("aws", aws), clouds.add("gcp", gcp));
        clouds.setValue("aws");
        RadioGroup<String> profiles = new RadioGroup<>();
        RadioRow out = new RadioRow("production", "SSO, sign-in has run out");
        out.setEnd(Buttons.smallLink(new Action("Sign in", Gallery::nothing)));
        CardList list = new CardList(
                profiles.add("a", new RadioRow("data-platform", "SSO, signed in until 18:40")),
                profiles.add("b", new RadioRow("default", "Access key, us-east-1")),
                profiles.add("c", out));
        profiles.setValue("a");
        Section section = new Section("Profiles", list, Labels.hint("From the AWS configuration on this computer."));
        section.setEnd(Buttons.icon(Feather.REFRESH_CW, "Look again"));
        Segmented<Boolean> segmented =
                new Segmented<Boolean>("Bucket").add(true, "_New bucket").add(false, "_Existing bucket");
        segmented.setValue(true);
        CheckOption tls = new CheckOption("_Refuse connections without TLS", "Adds one statement to the policy.");
        tls.setSelected(true);
        CheckOption sign = new CheckOption("_Sign each call", "HMAC-SHA256 in a header.");
        Disclosure closed = new Disclosure("Advanced");
        closed.setSummary("1 URL parameter, no headers");
        Disclosure open = new Disclosure("Advanced");
        open.setContent(new Card(Labels.body("Headers")));
        open.openProperty().set(true);
        HBox buttons = new HBox(
                Grid.STEP,
                Buttons.with(Feather.DOWNLOAD, Buttons.outlined("_Export files")),
                Buttons.leadingOn(Buttons.primary("_Continue")),
                Buttons.text("Enter role ARN"));
        Button disabled = Buttons.leadingOn(Buttons.primary("Continue"));
        disabled.setDisable(true);
        HBox more = new HBox(
                Grid.STEP,
                Buttons.compact("Details"),
                disabled,
                CopyButton.withText("_Copy details", "Copied", () -> "details"));
        VBox column = new VBox(Grid.COLUMNS);
        column.getChildren()
                .addAll(
                        header,
                        cards,
                        section,
                        segmented,
                        tls,
                        sign,
                        closed,
                        open,
                        buttons,
                        more,
                        new Banner(Banner.Kind.INFO, "Org Primary already has a webhook.", "Spotdock updates it."),
                        new Banner(Banner.Kind.SUCCESS, "ThoughtSpot can write to your bucket.", "It wrote a file."),
                        new Banner(Banner.Kind.WARNING, "Stopped after 2 of 3 changes.", "Nothing is half-done."),
                        failure());
        return fixed(600, column);
    }

    private static Banner failure() {
        Banner banner = new Banner(
                Banner.Kind.DANGER,
                "No answer from my-company.thoughtspot.cloud.",
                "Check the address, your network or the proxy, or pick a cloud above.");
        banner.setButtons(Buttons.compact("_Try again"));
        banner.setDetails(
                "_Details",
                "java.net.ConnectException: Connection refused",
                CopyButton.withText("Copy details", "Copied", () -> "details"));
        return banner;
    }

    private static Node third() {
        VBox column = new VBox(Grid.COLUMNS);
        column.getChildren()
                .addAll(
                        progress(Outcome.RUNNING),
                        progress(Outcome.PASSED),
                        progress(Outcome.FAILED),
                        rows(),
                        changes(),
                        code(),
                        FactsTable.plain(
                                104,
                                List.of(
                                        new Fact("Storage", "Amazon S3"),
                                        new Fact("Bucket", "my-company-data-exports"),
                                        new Fact("Region", "us-east-1"))),
                        new Card(FactsTable.lined(
                                128,
                                List.of(
                                        new Fact("External ID", "ts-webhook-x7k9m2p4q1")
                                                .explained("Made for this webhook."),
                                        Fact.inWords("You", "maria.keller").explained("May manage webhooks.")))),
                        new EmptyState(
                                Feather.KEY,
                                "No AWS profile on this computer",
                                "Spotdock looked in the AWS configuration files, in the environment, and for a role.",
                                Buttons.outlined("Enter access keys")),
                        new Tag("Partition aws"));
        return fixed(700, column);
    }

    private static ProgressLine progress(Outcome outcome) {
        ProgressLine line = new ProgressLine();
        line.setSentence("23 of 42 checks passed");
        line.setNote("9 s");
        line.setProgress(0.55);
        line.setOutcome(outcome);
        return line;
    }

    private static CardList rows() {
        GroupRow passed = new GroupRow("Bucket");
        passed.setState(State.PASSED, "Passed");
        passed.setCount("9 passed");
        GroupRow failed = new GroupRow("From ThoughtSpot to the bucket");
        failed.setState(State.FAILED, "Failed");
        failed.setCount("1 failed, 2 not reached");
        failed.setOpen(true);
        StatusRow broken = row(State.FAILED, "ThoughtSpot could not assume the role", "", "Performed by ThoughtSpot");
        broken.setFailure(
                "It called from AWS account **210987654321**. Your trust policy names **123456789012**.",
                "AccessDenied: User: arn:aws:sts::210987654321:assumed-role/delivery/webhook is not authorized to"
                        + " perform: sts:AssumeRole on resource: arn:aws:iam::999888777666:role/thoughtspot-s3-upload",
                "If ThoughtSpot confirms that account, enter it in Access and apply.",
                Buttons.leadingOn(Buttons.primary("_Go to Access")));
        StatusRow waiting = row(
                State.RUNNING,
                "Wait until AWS knows the changes",
                "This usually takes 10 to 30 seconds. Try 4. Gives up in 1 min 38 s.",
                "22 s");
        waiting.setStrong(true);
        Countdown countdown = new Countdown();
        countdown.show(0.22, "Next try in 6 s");
        waiting.setBody(countdown);
        StatusRow look = row(
                State.WARNED,
                "A lifecycle rule deletes files after 30 days",
                "Rule `expire-temporary` covers `thoughtspot/`. Choose another prefix.",
                "");
        look.setEnd(Buttons.link(new Action("Change prefix", Gallery::nothing)));
        StatusRow action = row(State.PASSED, "Look at roles", "", "iam:GetRole");
        action.setMonoLabel(true);
        failed.rows().addAll(broken, row(State.NOT_REACHED, "Its file was in the bucket", "", "Not reached"));
        return new CardList(
                passed,
                failed,
                action,
                row(State.PASSED, "Bucket policy", "No statement refuses ThoughtSpot.", "Observed"),
                row(State.NOTED, "Encrypted with your own KMS key", "The role also gets `kms:GenerateDataKey`.", ""),
                look,
                waiting,
                row(State.TODO, "AWS has seen the role in use", "Last used, from IAM", "Observed"),
                row(State.SKIPPED, "Your URL answered", "", "Not asked for"));
    }

    private static StatusRow row(State state, String name, String evidence, String label) {
        StatusRow row = new StatusRow(name);
        row.setState(state, state.name());
        row.setEvidence(evidence);
        row.setLabel(label);
        return row;
    }

    private static CardList changes() {
        ChangeRow update = new ChangeRow(ChangeMark.Kind.UPDATE, "Trust policy", "Who may assume the role", "Update");
        update.setDetail(new DiffBox(
                List.of(
                        DiffLine.removed("Removed", "External ID", "ts-webhook-X7K9M2P4Q1"),
                        DiffLine.added("Added", "External ID", "ts-webhook-x7k9m2p4q1")
                                .saying("differs in case")),
                "Only the case differs. AWS compares case, so ThoughtSpot would be refused."));
        update.setOpen(true);
        ChangeRow conflict = new ChangeRow(ChangeMark.Kind.CONFLICT, "Role ts-upload", "Trusts another", "Decide");
        conflict.setDetail(Labels.body("Used by something else."));
        return new CardList(
                GroupRow.plain("AWS IAM", "global"),
                new ChangeRow(ChangeMark.Kind.CREATE, "Bucket my-company-data-exports", "Encrypted", "Create"),
                new ChangeRow(ChangeMark.Kind.KEEP, "Role thoughtspot-s3-upload", "Already there.", "Keep"),
                update,
                conflict);
    }

    static CodeView code() {
        CodeView code = new CodeView("Trust policy", "who may assume the role");
        code.setButtons(
                new CopyButton("Copy trust policy", "Copied", () -> "{}"),
                Buttons.icon(Feather.SAVE, "Save trust policy as a file"));
        code.setLines(List.of(
                List.of(Token.plain("{")),
                List.of(Token.plain("  "), Token.key("\"Version\""), Token.plain(": \"2012-10-17\",")),
                List.of(
                        Token.plain("  "),
                        Token.key("\"Principal\""),
                        Token.plain(": { "),
                        Token.key("\"AWS\""),
                        Token.plain(": \"arn:aws:iam::"),
                        Token.fromForm("123456789012"),
                        Token.plain(":root\" },")),
                List.of(
                        Token.plain("  "),
                        Token.key("\"sts:ExternalId\""),
                        Token.plain(": \""),
                        Token.fromFocused("ts-webhook-x7k9m2p4q1"),
                        Token.plain("\"")),
                List.of(
                        Token.plain("  "),
                        Token.key("\"Resource\""),
                        Token.plain(": \"arn:aws:s3:::"),
                        Token.fromForm("a-bucket-with-a-very-long-name-that-does-not-fit-in-what-is-left-of-a-line"),
                        Token.plain("/"),
                        Token.fromForm("thoughtspot/of-the-department-of-long-names/"),
                        Token.plain("*\"")),
                List.of(Token.plain("}"))));
        return code;
    }

    /** What has the keyboard, or the mouse. */
    private static Node focused() {
        TextEntry entry = new TextEntry("Bucket name", "Focused.");
        entry.setPrompt("The prompt stays visible");
        Choice<String> choice = new Choice<>("Region", "Focused.", words -> words);
        choice.setValue("us-east-1, N. Virginia");
        TextEntry locked = new TextEntry("Account", "Locked and focused.");
        locked.setText("123456789012");
        locked.setLocked(true);
        TextEntry wrong = new TextEntry("Bucket name", "");
        wrong.setText("My_Bucket");
        wrong.setMessage(new Message(ERROR, "Wrong, and focused."));
        ChoiceCard card = new ChoiceCard("AWS", "Amazon Web Services", "Focused and selected.");
        card.setSelected(true);
        ChoiceCard hovered = new ChoiceCard("GCP", "Google Cloud", "The mouse is here.");
        RadioRow alone = new RadioRow("In your account", "As ThoughtSpot’s guide asks.");
        RadioRow listed = new RadioRow("default", "Access key, us-east-1");
        CheckOption check = new CheckOption("Sign each call", "HMAC-SHA256 in a header.");
        Button primary = Buttons.leadingOn(Buttons.primary("Continue"));
        Button outlined = Buttons.outlined("Back");
        Button icon = Buttons.icon(Feather.COPY, "Copy");
        Node link = Buttons.link(new Action("What is this?", Gallery::nothing));
        GroupRow group = new GroupRow("Bucket");
        group.setCount("9 to do");
        StatusRow failed = row(State.FAILED, "Could not assume the role", "Seen so.", "Observed");
        Banner banner = new Banner(Banner.Kind.DANGER, "No answer.", "Check the address.");
        hovered.pseudoClassStateChanged(PseudoClass.getPseudoClass("hover"), true);
        for (Node node : List.of(
                entry.control(),
                choice.control(),
                locked.control(),
                wrong.control(),
                card,
                alone,
                listed,
                check.getChildrenUnmodifiable().getFirst(),
                primary,
                outlined,
                icon,
                link,
                group.getChildrenUnmodifiable().getFirst(),
                failed,
                banner)) node.pseudoClassStateChanged(PseudoClass.getPseudoClass("focused"), true);
        VBox column = new VBox(Grid.FIELDS);
        column.getChildren().addAll(entry, choice, locked, wrong, card, hovered, alone, new CardList(listed), check);
        column.getChildren().add(new HBox(Grid.FIELDS, primary, outlined, icon, link));
        column.getChildren().addAll(new CardList(group, failed), banner);
        return fixed(420, column);
    }

    static <R extends Region> R fixed(double width, R region) {
        region.setMinWidth(width);
        region.setMaxWidth(width);
        HBox.setHgrow(region, Priority.NEVER);
        return region;
    }
}
