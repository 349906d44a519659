package io.spotdock.gui.control;

import io.spotdock.gui.look.Grid;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Some of the design's panes, put together from the controls, to be laid beside its pictures. */
final class GalleryOfPanes {
    private static void nothing() {}

    private GalleryOfPanes() {}

    static Region bucket() {
        PaneHeader header = new PaneHeader(
                "Which bucket takes the files?",
                "ThoughtSpot adds PDF, CSV and XLSX files here. It can’t read, list or delete them.");
        header.setHelp("What is this?", "Hide this", List.of("A bucket."));
        Segmented<Boolean> kind =
                new Segmented<Boolean>("Bucket").add(true, "New bucket").add(false, "Existing bucket");
        kind.setValue(true);
        TextEntry name = new TextEntry("Bucket name", "");
        name.setText("My_Company_Data_Exports");
        name.setMessage(new Message(Message.Kind.ERROR, "Only small letters, digits, dots and hyphens.")
                .withFix("Use my-company-data-exports", GalleryOfPanes::nothing));
        Choice<String> region = new Choice<>("Region", "As in your profile.", words -> words);
        region.setValue("us-east-1, N. Virginia");
        TextEntry prefix = new TextEntry("Prefix", "Limits ThoughtSpot to this folder.");
        prefix.setAside("optional");
        prefix.setText("thoughtspot/");
        PreviewField file = new PreviewField("A delivered file", "ThoughtSpot makes the part after the prefix.");
        file.setTokens(
                List.of(Token.fromForm("thoughtspot/"), Token.plain("cluster-…/user-…/org-…/liveboard/Sales.pdf")));
        VBox fields =
                new VBox(Grid.FIELDS, Columns.restAndSide(name, region, 272), Columns.sideAndRest(272, prefix, file));
        CardList found = new CardList(
                finding(State.WARNED, "A lifecycle rule deletes files after 30 days", "Rule `expire-temporary`."),
                finding(State.NOTED, "Encrypted with your own KMS key", "The role also gets `kms:GenerateDataKey`."),
                finding(State.PASSED, "Bucket policy", "No statement refuses ThoughtSpot."));
        Section section = new Section("Found in this bucket", found);
        section.setNote("1 needs a look, 1 to know, 2 fine");
        VBox form = new VBox(Grid.COLUMNS, kind, fields);
        VBox content = new VBox(Grid.SECTIONS, header, form, section);
        FooterBar footer = new FooterBar();
        footer.setReason(
                Feather.ALERT_CIRCLE, new Action("Correct the bucket name to continue.", GalleryOfPanes::nothing));
        Button on = Buttons.leadingOn(Buttons.primary("Continue"));
        on.setDisable(true);
        footer.setButtons(Buttons.outlined("Back"), on);
        return frame(content, footer, rail(3), Grid.CONTENT);
    }

    static Region hosting() {
        PaneHeader header = new PaneHeader(
                "Where does ThoughtSpot run?", "ThoughtSpot’s own cloud decides how it signs in to your AWS account.");
        header.setHelp("What is this?", "Hide this", List.of("Clouds."));
        RadioGroup<String> clouds = new RadioGroup<>();
        ChoiceCard aws = new ChoiceCard(
                "AWS",
                "Amazon Web Services",
                "ThoughtSpot assumes your role from its AWS account, with an external ID.");
        aws.setTag("Detected");
        Columns cards = Columns.halves(
                clouds.add("aws", aws),
                clouds.add(
                        "gcp",
                        new ChoiceCard(
                                "GCP",
                                "Google Cloud",
                                "ThoughtSpot assumes your role with a token of its Google service account.")));
        clouds.setValue("aws");
        TextEntry address =
                new TextEntry("ThoughtSpot address", "The address in your browser when you use ThoughtSpot.");
        address.setText("my-company.thoughtspot.cloud");
        Choice<String> with = new Choice<>("Sign in with", "", words -> words);
        with.setValue("Token");
        VBox words = new VBox(
                4,
                Labels.sectionTitle("Or let ThoughtSpot answer"),
                Labels.muted("Reads the hosting, the account and the external ID. Changes nothing."));
        Banner banner = new Banner(
                Banner.Kind.DANGER,
                "No answer from my-company.thoughtspot.cloud.",
                "Check the address, your network or the proxy, or pick a cloud above.");
        banner.setButtons(Buttons.compact("Details"), Buttons.compact("Try again"));
        Card card = new Card(new VBox(
                Grid.FIELDS,
                words,
                Columns.restAndSide(address, with, 176),
                banner,
                FactsTable.lined(
                                176,
                                List.of(
                                        new Fact("AWS account", "123456789012")
                                                .explained("The account that will assume your role."),
                                        Fact.inWords("You", "maria.keller").explained("May manage webhooks.")))
                        .ruled()));
        FooterBar footer = new FooterBar();
        footer.setNote(Feather.SHIELD, "Nothing has been changed. Spotdock only reads until you press Apply.");
        footer.setButtons(Buttons.outlined("Back"), Buttons.leadingOn(Buttons.primary("Continue")));
        BorderPane frame = frame(new VBox(Grid.SECTIONS, header, cards, card), footer, rail(1), Grid.CONTENT);
        frame.setTop(new SandboxBand(
                "**Sandbox.** AWS and ThoughtSpot are imitated on this computer. Nothing leaves it.",
                new Action("Leave sandbox", GalleryOfPanes::nothing)));
        return frame;
    }

    static Region narrow() {
        FooterBar footer = new FooterBar();
        footer.setNarrow(true);
        footer.setNote(Feather.SHIELD, "Nothing has been changed.");
        footer.setButtons(Buttons.outlined("Back"), Buttons.leadingOn(Buttons.primary("Continue")));
        StepRail<Integer> rail = rail(4);
        rail.setNarrow(true);
        PaneHeader header = new PaneHeader(
                "Give ThoughtSpot access",
                "ThoughtSpot assumes this role to add files under your prefix. It can do nothing else.");
        header.setHelp("What is this?", "Hide this", List.of("A role."));
        CodePair policies = new CodePair(Gallery.code(), new CodeView("Permissions policy", "what the role may do"));
        policies.setTabbed(true);
        return frame(new VBox(Grid.COLUMNS, header, policies), footer, rail, 32);
    }

    static Region confirm() {
        StackPane window = new StackPane(bucket());
        new Confirm(
                        "Leave the sandbox?",
                        "Its bucket, role and webhook disappear. Your own settings come back.",
                        new Action("_Stay", GalleryOfPanes::nothing),
                        new Action("_Leave", GalleryOfPanes::nothing))
                .askOver(window);
        return window;
    }

    private static StatusRow finding(State state, String name, String evidence) {
        StatusRow row = new StatusRow(name);
        row.setState(state, state.name());
        row.setEvidence(evidence);
        return row;
    }

    static StepRail<Integer> rail(int current) {
        StepRail<Integer> rail = new StepRail<>("Spotdock", _ -> {});
        String[] names = {
            "Hosting", "AWS account", "Bucket", "Access", "Review and apply", "Webhook", "Live test", "Done"
        };
        String[] answers = {"AWS, detected", "999888777666", "my-company-data-exports", "", "", "", "", ""};
        List<StepLine<Integer>> steps = new java.util.ArrayList<>();
        for (int i = 1; i <= names.length; i++) {
            StepMark mark = i < current ? StepMark.DONE : i == current ? StepMark.CURRENT : StepMark.TODO;
            String second = i < current ? answers[i - 1] : "";
            steps.add(new StepLine<>(i, i, mark, names[i - 1], second, names[i - 1] + ", step " + i + " of 8"));
        }
        rail.setSteps(steps);
        rail.setTools(StepRail.tool(Feather.SAVE, "Save settings"), StepRail.tool(Feather.HELP_CIRCLE, "Help"));
        return rail;
    }

    private static BorderPane frame(Region content, FooterBar footer, StepRail<?> rail, double padding) {
        VBox padded = new VBox(content);
        padded.setStyle("-fx-padding: " + (padding == 32 ? 24 : padding) + "px " + padding + "px");
        VBox.setVgrow(padded, Priority.ALWAYS);
        BorderPane frame = new BorderPane(new VBox(padded, footer));
        frame.setLeft(rail);
        return frame;
    }
}
