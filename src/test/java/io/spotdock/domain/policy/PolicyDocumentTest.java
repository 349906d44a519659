package io.spotdock.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading, printing and comparing documents. In tables {@code '} stands for {@code "}. */
class PolicyDocumentTest {
    private static final String ALLOW = "{'Effect':'Allow','Action':'s3:GetObject','Resource':'*'}";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            order of elements | {'Effect':'Allow','Action':'a:B','Resource':'*'} | {'Resource':'*','Action':'a:B','Effect':'Allow'}
            a string for a list of one | {'Effect':'Allow','Action':'a:B','Resource':'*'} | {'Effect':'Allow','Action':['a:B'],'Resource':['*']}
            order in a list | {'Effect':'Allow','Action':['a:B','a:C'],'Resource':'*'} | {'Effect':'Allow','Action':['a:C','a:B'],'Resource':'*'}
            a value twice | {'Effect':'Allow','Action':['a:B','a:B'],'Resource':'*'} | {'Effect':'Allow','Action':'a:B','Resource':'*'}
            a Sid | {'Sid':'x','Effect':'Allow','Action':'a:B','Resource':'*'} | {'Effect':'Allow','Action':'a:B','Resource':'*'}
            an action's case | {'Effect':'Allow','Action':'S3:getobject','Resource':'*'} | {'Effect':'Allow','Action':'s3:GetObject','Resource':'*'}
            a condition key's case | {'Effect':'Allow','Action':'a:B','Resource':'*','Condition':{'Bool':{'AWS:securetransport':'true'}}} | {'Effect':'Allow','Action':'a:B','Resource':'*','Condition':{'Bool':{'aws:SecureTransport':'true'}}}
            an operator's case | {'Effect':'Allow','Action':'a:B','Resource':'*','Condition':{'bool':{'aws:SecureTransport':'true'}}} | {'Effect':'Allow','Action':'a:B','Resource':'*','Condition':{'Bool':{'aws:SecureTransport':'true'}}}
            a boolean for its text | {'Effect':'Allow','Action':'a:B','Resource':'*','Condition':{'Bool':{'aws:SecureTransport':true}}} | {'Effect':'Allow','Action':'a:B','Resource':'*','Condition':{'Bool':{'aws:SecureTransport':'true'}}}
            a number for its text | {'Effect':'Allow','Action':'a:B','Resource':'*','Condition':{'NumericEquals':{'s3:max-keys':10}}} | {'Effect':'Allow','Action':'a:B','Resource':'*','Condition':{'NumericEquals':{'s3:max-keys':'10'}}}
            an account for its root | {'Effect':'Allow','Principal':{'AWS':'123456789012'},'Action':'sts:AssumeRole'} | {'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::123456789012:root'},'Action':'sts:AssumeRole'}
            everyone in two writings | {'Effect':'Allow','Principal':{'AWS':'*'},'Action':'sts:AssumeRole'} | {'Effect':'Allow','Principal':'*','Action':'sts:AssumeRole'}
            an empty condition | {'Effect':'Allow','Action':'a:B','Resource':'*','Condition':{}} | {'Effect':'Allow','Action':'a:B','Resource':'*'}
            """)
    void meaningIsTheSameInSpiteOf(String what, String one, String two) {
        assertThat(parse(one).means(parse(two))).isTrue();
        assertThat(parse(two).means(parse(one))).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            effect | {'Effect':'Allow','Action':'a:B','Resource':'*'} | {'Effect':'Deny','Action':'a:B','Resource':'*'}
            action | {'Effect':'Allow','Action':'a:B','Resource':'*'} | {'Effect':'Allow','Action':'a:C','Resource':'*'}
            an action more | {'Effect':'Allow','Action':'a:B','Resource':'*'} | {'Effect':'Allow','Action':['a:B','a:C'],'Resource':'*'}
            NotAction | {'Effect':'Allow','Action':'a:B','Resource':'*'} | {'Effect':'Allow','NotAction':'a:B','Resource':'*'}
            a resource's case | {'Effect':'Allow','Action':'a:B','Resource':'arn:aws:s3:::b/K'} | {'Effect':'Allow','Action':'a:B','Resource':'arn:aws:s3:::b/k'}
            NotResource | {'Effect':'Allow','Action':'a:B','Resource':'arn:aws:s3:::b'} | {'Effect':'Allow','Action':'a:B','NotResource':'arn:aws:s3:::b'}
            an external ID's case | {'Effect':'Allow','Principal':'*','Action':'sts:AssumeRole','Condition':{'StringEquals':{'sts:ExternalId':'abC'}}} | {'Effect':'Allow','Principal':'*','Action':'sts:AssumeRole','Condition':{'StringEquals':{'sts:ExternalId':'abc'}}}
            operator | {'Effect':'Allow','Action':'a:B','Resource':'*','Condition':{'StringLike':{'aws:username':'a'}}} | {'Effect':'Allow','Action':'a:B','Resource':'*','Condition':{'StringEquals':{'aws:username':'a'}}}
            IfExists | {'Effect':'Allow','Action':'a:B','Resource':'*','Condition':{'BoolIfExists':{'aws:SecureTransport':'true'}}} | {'Effect':'Allow','Action':'a:B','Resource':'*','Condition':{'Bool':{'aws:SecureTransport':'true'}}}
            condition left out | {'Effect':'Allow','Principal':'*','Action':'sts:AssumeRole','Condition':{'StringEquals':{'sts:ExternalId':'abc'}}} | {'Effect':'Allow','Principal':'*','Action':'sts:AssumeRole'}
            two keys under one operator or one key only | {'Effect':'Allow','Action':'a:B','Resource':'*','Condition':{'StringEquals':{'aws:username':'a','aws:userid':'a'}}} | {'Effect':'Allow','Action':'a:B','Resource':'*','Condition':{'StringEquals':{'aws:username':'a'}}}
            account | {'Effect':'Allow','Principal':{'AWS':'123456789012'},'Action':'sts:AssumeRole'} | {'Effect':'Allow','Principal':{'AWS':'123456789013'},'Action':'sts:AssumeRole'}
            partition | {'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::123456789012:root'},'Action':'sts:AssumeRole'} | {'Effect':'Allow','Principal':{'AWS':'arn:aws-cn:iam::123456789012:root'},'Action':'sts:AssumeRole'}
            root or user | {'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::123456789012:root'},'Action':'sts:AssumeRole'} | {'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::123456789012:user/root'},'Action':'sts:AssumeRole'}
            kind of principal | {'Effect':'Allow','Principal':{'Federated':'accounts.google.com'},'Action':'sts:AssumeRole'} | {'Effect':'Allow','Principal':{'Service':'accounts.google.com'},'Action':'sts:AssumeRole'}
            NotPrincipal | {'Effect':'Deny','Principal':'*','Action':'sts:AssumeRole'} | {'Effect':'Deny','NotPrincipal':'*','Action':'sts:AssumeRole'}
            """)
    void meaningDiffersBy(String what, String one, String two) {
        assertThat(parse(one).means(parse(two))).isFalse();
        assertThat(parse(two).means(parse(one))).isFalse();
    }

    @Test
    void theOrderOfStatementsMeansNothing() {
        String deny = "{'Effect':'Deny','Action':'s3:*','Resource':'*'}";
        assertThat(parse(ALLOW + "," + deny).means(parse(deny + "," + ALLOW))).isTrue();
        assertThat(parse(ALLOW + "," + deny).means(parse(ALLOW))).isFalse();
    }

    @Test
    void theVersionMattersOnlyWhereThereAreVariables() {
        String plain = "{'Statement':" + ALLOW + "}";
        String variable = "{'Statement':" + ALLOW.replace("'*'", "'arn:aws:s3:::b/${aws:username}'") + "}";
        assertThat(document(plain).means(document(modern(plain)))).isTrue();
        assertThat(document(variable).means(document(modern(variable)))).isFalse();
    }

    private static String modern(String json) {
        return json.replaceFirst("\\{", "{'Version':'2012-10-17',");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nothing | `` | the document
            a list | [] | the document
            text behind the document | {'Statement':[]} x | line 1
            another document behind it | {'Statement':[]}{} | follows
            a key twice | {'Statement':[],'Statement':[]} | twice
            a key twice deep inside | {'Statement':{'Effect':'Allow','Action':'a:B','Condition':{'Bool':{'k':'1','k':'2'}}}} | twice
            an end too early | {'Statement':[ | too early
            no Statement | {'Version':'2012-10-17'} | no Statement
            another version | {'Version':'2012-10-18','Statement':[]} | Version
            an unknown element | {'Statement':[],'Statment':[]} | Statment
            an element in other case | {'statement':[]} | statement
            an unknown element of a statement | {'Statement':[{'Effect':'Allow','Action':'a:B','Resources':'*'}]} | Statement[0]: Resources
            no Effect | {'Statement':[{'Action':'a:B'}]} | Statement[0]: has no Effect
            an Effect in other case | {'Statement':[{'Effect':'allow','Action':'a:B'}]} | Statement[0].Effect
            no Action | {'Statement':[{'Effect':'Allow'}]} | neither Action nor NotAction
            Action and NotAction | {'Statement':[{'Effect':'Allow','Action':'a:B','NotAction':'a:C'}]} | both Action and NotAction
            Principal and NotPrincipal | {'Statement':[{'Effect':'Allow','Principal':'*','NotPrincipal':'*','Action':'a:B'}]} | both Principal
            an action without service | {'Statement':[{'Effect':'Allow','Action':'PutObject'}]} | service:action
            a number for an action | {'Statement':[{'Effect':'Allow','Action':1}]} | Statement[0].Action
            null for a resource | {'Statement':[{'Effect':'Allow','Action':'a:B','Resource':null}]} | Statement[0].Resource
            a principal that is a text | {'Statement':[{'Effect':'Allow','Action':'a:B','Principal':'123456789012'}]} | Statement[0].Principal
            a kind of principal that AWS lacks | {'Statement':[{'Effect':'Allow','Action':'a:B','Principal':{'Aws':'*'}}]} | Aws
            a condition that is a list | {'Statement':[{'Effect':'Allow','Action':'a:B','Condition':[]}]} | Statement[0].Condition
            an operator without keys | {'Statement':[{'Effect':'Allow','Action':'a:B','Condition':{'Bool':'x'}}]} | Condition.Bool
            an object for a condition's value | {'Statement':[{'Effect':'Allow','Action':'a:B','Condition':{'Bool':{'k':{}}}}]} | Condition.Bool.k
            null for a condition's value | {'Statement':[{'Effect':'Allow','Action':'a:B','Condition':{'Bool':{'k':[null]}}}]} | Bool.k[0]
            """)
    void readingRefusesAndSaysWhere(String what, String json, String where) {
        assertThatThrownBy(() -> PolicyJson.parse(json == null ? "" : quoted(json)))
                .isInstanceOf(PolicySyntaxException.class)
                .hasMessageContaining(where);
    }

    @Test
    void aMessageRepeatsNoValue() {
        assertThatThrownBy(() -> PolicyJson.parse(quoted("{'Statement':[{'Effect':'hunter2','Action':'a:B'}]}")))
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> PolicyJson.parse("{\"Statement\": hunter2}")).hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> PolicyJson.parse(quoted("{'hunter 2':1}"))).hasMessageNotContaining("hunter");
    }

    @Test
    void readingIsLimitedInDepthAndLength() {
        assertThatThrownBy(() -> PolicyJson.parse("[".repeat(100_000))).isInstanceOf(PolicySyntaxException.class);
        assertThatThrownBy(() -> PolicyJson.parse(" ".repeat(PolicyJson.LONGEST + 1)))
                .isInstanceOf(PolicySyntaxException.class)
                .hasMessageContaining("longer");
    }

    @Test
    void printingKeepsTheGuidesOrderAndIndents() {
        PolicyDocument document =
                parse("{'Resource':['*'],'Principal':{'AWS':['1','2']},'Action':['a:B'],'Sid':'S','Effect':'Allow',"
                        + "'Condition':{'Bool':{'aws:SecureTransport':[true]}}}");
        assertThat(PolicyJson.print(document)).isEqualTo("""
                {
                  "Version": "2012-10-17",
                  "Statement": [
                    {
                      "Sid": "S",
                      "Effect": "Allow",
                      "Principal": {
                        "AWS": [
                          "1",
                          "2"
                        ]
                      },
                      "Action": "a:B",
                      "Resource": "*",
                      "Condition": {
                        "Bool": {
                          "aws:SecureTransport": "true"
                        }
                      }
                    }
                  ]
                }
                """);
    }

    @Test
    void theSizeOfADocumentLeavesWhiteSpaceOut() {
        PolicyDocument document = document("{'Version':'2012-10-17','Id':'a b c','Statement':[]}");
        assertThat(PolicyLimits.size(document))
                .isEqualTo("{'Version':'2012-10-17','Id':'abc','Statement':[]}".length());
        assertThat(PolicyLimits.size(java.util.List.of(document, document))).isEqualTo(2 * PolicyLimits.size(document));
    }

    @Test
    void aShapeNamesWhatDoesNotBelong() {
        PolicyDocument trust = parse("{'Effect':'Allow','Principal':'*','Action':'sts:AssumeRole'}");
        PolicyDocument bucket = parse("{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'*'}");
        assertThat(PolicyShape.TRUST.flaw(trust)).isEmpty();
        assertThat(PolicyShape.RESOURCE.flaw(bucket)).isEmpty();
        assertThat(PolicyShape.IDENTITY.flaw(parse(ALLOW))).isEmpty();
        assertThat(PolicyShape.IDENTITY.flaw(bucket))
                .hasValueSatisfying(w -> assertThat(w).contains("Principal"));
        assertThat(PolicyShape.RESOURCE.flaw(parse(ALLOW)))
                .hasValueSatisfying(w -> assertThat(w).contains("Principal"));
        assertThat(PolicyShape.RESOURCE.flaw(trust))
                .hasValueSatisfying(w -> assertThat(w).contains("Resource"));
        assertThat(PolicyShape.TRUST.flaw(bucket))
                .hasValueSatisfying(w -> assertThat(w).contains("Resource"));
    }

    private static PolicyDocument parse(String statements) {
        return document("{'Version':'2012-10-17','Statement':[" + statements + "]}");
    }

    private static PolicyDocument document(String json) {
        return Tables.parse(quoted(json));
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }
}
