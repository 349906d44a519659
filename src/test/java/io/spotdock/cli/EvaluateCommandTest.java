package io.spotdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The command as a person runs it. In texts {@code '} stands for {@code "}. */
class EvaluateCommandTest {
    private static final String ALICE =
            "'principal':'arn:aws:iam::111122223333:user/alice','action':'s3:GetObject','resource':'arn:aws:s3:::b/k',"
                    + "'resourceAccount':'111122223333'";
    private static final String ALLOW = "{'Statement':{'Sid':'Get','Effect':'Allow','Action':'s3:*','Resource':'*'}}";

    @TempDir
    private Path folder = Path.of("");

    private record Run(int exit, String out, String err) {
        List<JsonNode> lines() throws IOException {
            List<JsonNode> lines = new ArrayList<>();
            for (String line : out.lines().toList()) lines.add(new JsonMapper().readTree(line));
            return lines;
        }

        JsonNode line() throws IOException {
            assertThat(lines()).hasSize(1);
            return lines().getFirst();
        }
    }

    private Run run(String argument) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = new CommandLine(new EvaluateCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(argument);
        return new Run(exit, out.toString(), err.toString());
    }

    private Run evaluate(String cases) throws IOException {
        return run(write("cases.json", cases).toString());
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text.replace('\'', '"'));
    }

    @Test
    void oneCaseGivesOneLineWithTheStatementThatDecided() throws Exception {
        Run run = evaluate("{'name':'alice reads'," + ALICE + ",'identityPolicies':[" + ALLOW + "]}");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.line().path("name").asText()).isEqualTo("alice reads");
        assertThat(run.line().path("decision").asText()).isEqualTo("allowed");
        assertThat(run.line().path("by").toString())
                .isEqualTo("[{\"policy\":\"identityPolicies[0]\",\"statement\":0,\"sid\":\"Get\"}]");
        assertThat(run.line().path("why").asText()).contains("identityPolicies[0]");
    }

    @Test
    void aListOfCasesGivesALineEachInOrder() throws Exception {
        Run run = evaluate("[{'name':'a'," + ALICE + "},{'name':'b'," + ALICE + ",'identityPolicies':[" + ALLOW + "]},"
                + "{'name':'c'," + ALICE + ",'identityPolicies':[" + ALLOW.replace("Allow", "Deny") + "]}]");
        assertThat(run.lines()).extracting(line -> line.path("name").asText()).containsExactly("a", "b", "c");
        assertThat(run.lines())
                .extracting(line -> line.path("decision").asText())
                .containsExactly("denied-implicitly", "allowed", "denied-explicitly");
    }

    @Test
    void anEmptyListGivesNothing() throws Exception {
        Run run = evaluate("[]");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEmpty();
    }

    @Test
    void documentsAreReadFromFilesBesideTheCases() throws Exception {
        write("policies/allow.json", ALLOW);
        Run run = evaluate("{'name':'a'," + ALICE + ",'identityPolicies':['policies/allow.json']}");
        assertThat(run.line().path("decision").asText()).isEqualTo("allowed");
        assertThat(run.line().at("/by/0/policy").asText()).isEqualTo("policies/allow.json");
    }

    @Test
    void aStatementWithoutSidHasNoneInTheResult() throws Exception {
        Run run = evaluate("{'name':'a'," + ALICE + ",'identityPolicies':[" + ALLOW.replace("'Sid':'Get',", "") + "]}");
        assertThat(run.line().at("/by/0").has("sid")).isFalse();
    }

    @Test
    void boundaryAndResourcePolicyAreHeard() throws Exception {
        String silent = ALLOW.replace("s3:*", "sqs:*");
        String bucket = "{'Statement':[{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'*'}]}";
        assertThat(evaluate("{'name':'a'," + ALICE + ",'identityPolicies':[" + ALLOW + "],'permissionsBoundary':"
                                + silent + "}")
                        .line()
                        .path("decision")
                        .asText())
                .isEqualTo("denied-implicitly");
        assertThat(evaluate("{'name':'a'," + ALICE + ",'identityPolicies':[" + ALLOW + "],'resourcePolicy':" + bucket
                                + "}")
                        .line()
                        .at("/by/0/policy")
                        .asText())
                .isEqualTo("resourcePolicy");
    }

    @Test
    void contextValuesMayBeTextsNumbersBooleansAndLists() throws Exception {
        String policy = "{'Statement':{'Effect':'Allow','Action':'s3:*','Resource':'*','Condition':{"
                + "'Bool':{'aws:SecureTransport':true},'NumericEquals':{'s3:max-keys':'10'},"
                + "'ForAllValues:StringEquals':{'aws:TagKeys':['a','b']},'StringEquals':{'aws:username':'alice'}}}}";
        Run run = evaluate("{'name':'a'," + ALICE + ",'identityPolicies':[" + policy + "],'context':{"
                + "'aws:SecureTransport':true,'s3:max-keys':10,'aws:TagKeys':['b','a'],'AWS:username':'alice'}}");
        assertThat(run.line().path("decision").asText()).isEqualTo("allowed");
    }

    @Test
    void unknownNamesTheOperatorOrKey() throws Exception {
        String policy = ALLOW.replace("'*'}", "'*','Condition':{'StringSounds':{'aws:username':'alice'}}}");
        Run run = evaluate("{'name':'a'," + ALICE + ",'identityPolicies':[" + policy + "]}");
        assertThat(run.line().path("decision").asText()).isEqualTo("unknown");
        assertThat(run.line().path("why").asText()).contains("StringSounds");
    }

    @Test
    void aRolesTrustPolicyIsTheResourcePolicyOfItsArn() throws Exception {
        String trust = "{'Version':'2012-10-17','Statement':[{'Effect':'Allow',"
                + "'Principal':{'Federated':'arn:aws:iam::999888777666:oidc-provider/accounts.google.com'},"
                + "'Action':'sts:AssumeRoleWithWebIdentity','Condition':{'StringEquals':{'accounts.google.com:sub':'1'}}}]}";
        Run run = evaluate("{'name':'google','principal':'arn:aws:iam::999888777666:oidc-provider/accounts.google.com',"
                + "'action':'sts:AssumeRoleWithWebIdentity','resource':'arn:aws:iam::999888777666:role/r',"
                + "'context':{'accounts.google.com:sub':'1'},'resourcePolicy':" + trust + "}");
        assertThat(run.line().path("decision").asText()).isEqualTo("allowed");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a missing principal | {'action':'s3:GetObject','resource':'*'} | principal
            a missing action | {'principal':'*','resource':'*'} | action
            a missing resource | {'principal':'*','action':'s3:GetObject'} | resource
            a principal that is none | {'principal':'alice','action':'s3:GetObject','resource':'*'} | principal
            an action with a wildcard | {'principal':'*','action':'s3:*','resource':'*'} | action
            a number for an action | {'principal':'*','action':1,'resource':'*'} | action
            an account that is none | {'principal':'*','action':'s3:GetObject','resource':'*','resourceAccount':'1'} | resourceAccount
            a context that is a list | {'principal':'*','action':'s3:GetObject','resource':'*','context':[]} | context
            an object in the context | {'principal':'*','action':'s3:GetObject','resource':'*','context':{'k':{}}} | context
            a broken document | {'principal':'*','action':'s3:GetObject','resource':'*','resourcePolicy':{'Statement':[{'Effect':'Maybe'}]}} | resourcePolicy: Statement[0]
            a document that is a number | {'principal':'*','action':'s3:GetObject','resource':'*','resourcePolicy':1} | resourcePolicy
            a key twice in a document | {'principal':'*','action':'s3:GetObject','resource':'*','resourcePolicy':{'Statement':[],'Statement':[]}} | twice
            a missing file | {'principal':'*','action':'s3:GetObject','resource':'*','resourcePolicy':'none.json'} | no such file
            a folder for a file | {'principal':'*','action':'s3:GetObject','resource':'*','resourcePolicy':'.'} | not a regular file
            a name that is no path | {'principal':'*','action':'s3:GetObject','resource':'*','resourcePolicy':'a\\u0000b'} | not a path
            an identity policy with a principal | {'principal':'*','action':'s3:GetObject','resource':'*','identityPolicies':[{'Statement':{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'*'}}]} | identityPolicies[0]: Statement[0] has a Principal
            a misspelt boundary | {'principal':'*','action':'s3:GetObject','resource':'*','permissionBoundary':{'Statement':[]}} | permissionsBoundary
            a huge number | {'principal':'*','action':'s3:GetObject','resource':'*','context':{'k':1e99999999999}} | number
            a case that is a text | 'x' | object
            """)
    void aBrokenCaseIsInvalidAndTheOthersAreJudged(String what, String broken, String where) throws Exception {
        Run run = evaluate("[{'name':'first'," + ALICE + "}," + broken + ",{'name':'last'," + ALICE + "}]");
        assertThat(run.exit()).isZero();
        assertThat(run.lines())
                .extracting(line -> line.path("decision").asText())
                .containsExactly("denied-implicitly", "invalid", "denied-implicitly");
        assertThat(run.lines().get(1).path("why").asText()).contains(where);
        assertThat(run.lines().get(1).path("by").isArray()).isTrue();
        assertThat(run.lines().get(1).path("name").asText()).isEqualTo("case 2");
    }

    @Test
    void aNoteOfTheWritersOwnIsFine() throws Exception {
        assertThat(evaluate("{'name':'a','comment':'x','expected':'y'," + ALICE + "}")
                        .line()
                        .path("decision")
                        .asText())
                .isEqualTo("denied-implicitly");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            no JSON | hunter2 | not JSON
            an end too early | [{'name': | not JSON
            text behind it | [] x | not JSON
            a number | 1 | must hold a case
            nothing | `` | must hold a case
            """)
    void aFileThatIsNoCasesIsRefusedWithoutRepeatingIt(String what, String text, String why) throws Exception {
        Run run = evaluate(text == null ? "" : text);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("cases.json").contains(why).doesNotContain("hunter2");
    }

    @Test
    void aMissingFileIsRefused() {
        Run run = run(folder.resolve("none.json").toString());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("no such file");
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws Exception {
        Files.write(folder.resolve("cases.json"), new byte[] {'[', (byte) 0xff, ']'});
        assertThat(run(folder.resolve("cases.json").toString()).err()).contains("not UTF-8");
    }

    @Test
    void aHyphenReadsStandardInput() throws Exception {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(
                    ("{'name':'a'," + ALICE + "}").replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
            assertThat(run("-").line().path("decision").asText()).isEqualTo("denied-implicitly");
        } finally {
            System.setIn(before);
        }
    }
}
