#!/usr/bin/env bash
# The whole journey with clients that share no code with Spotdock: the AWS CLI plays ThoughtSpot and the auditor, curl
# asks ThoughtSpot, and each spotdock command is a process of its own. Nothing but a running sandbox connects them.
#
# Usage: src/test/sh/independent-clients.sh [SPOTDOCK]      (default: target/spotdock/bin/spotdock)
# AWS_CLI names the AWS CLI to use.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
spotdock=${1:-$here/target/spotdock/bin/spotdock}
aws_cli=${AWS_CLI:-aws}
work=$(mktemp -d)
sandbox=
passed=0

cleanup() {
    local code=$?
    [ -z "$sandbox" ] || kill "$sandbox" 2>/dev/null || true
    [ -z "$sandbox" ] || wait "$sandbox" 2>/dev/null || true
    rm -rf "$work"
    exit "$code"
}
trap cleanup EXIT
trap 'exit 130' INT TERM

# Nothing of the person who runs this may leak in: no profile, no keys, no proxy for loopback.
unset AWS_PROFILE AWS_SESSION_TOKEN AWS_CA_BUNDLE
export AWS_CONFIG_FILE=$work/no-config AWS_SHARED_CREDENTIALS_FILE=$work/no-credentials
export AWS_EC2_METADATA_DISABLED=true AWS_PAGER='' AWS_MAX_ATTEMPTS=1 NO_PROXY=127.0.0.1 no_proxy=127.0.0.1
export SPOTDOCK_HOME=$work/home

fail() {
    printf 'FAILED: %s\n' "$1" >&2
    [ ! -s "$work/out" ] || sed 's/^/    out: /' "$work/out" >&2
    [ ! -s "$work/err" ] || sed 's/^/    err: /' "$work/err" >&2
    exit 1
}

pass() {
    passed=$((passed + 1))
    printf '  ok  %s\n' "$1"
}

# expect CODE WHAT COMMAND…: the command ends with that exit code.
expect() {
    local wanted=$1 what=$2 code=0
    shift 2
    "$@" >"$work/out" 2>"$work/err" </dev/null || code=$?
    cat "$work/out" "$work/err" >>"$work/all"
    [ "$code" -eq "$wanted" ] || fail "$what: exit code $code instead of $wanted"
    pass "$what"
}

# refused ERROR WHAT COMMAND…: the command fails and says ERROR.
refused() {
    local error=$1 what=$2
    shift 2
    if "$@" >"$work/out" 2>"$work/err" </dev/null; then fail "$what: was allowed"; fi
    grep -q "$error" "$work/err" || fail "$what: refused, but not as $error"
    pass "$what"
}

aws_() {
    "$aws_cli" --endpoint-url "$AWS_ENDPOINT_URL" --region "$AWS_REGION" --output json "$@"
}

# The administrator's own keys are exported; these two borrow another's for one call.
as_thoughtspot() {
    AWS_ACCESS_KEY_ID=$SANDBOX_THOUGHTSPOT_ACCESS_KEY_ID \
        AWS_SECRET_ACCESS_KEY=$SANDBOX_THOUGHTSPOT_SECRET_ACCESS_KEY aws_ "$@"
}

as_session() {
    AWS_ACCESS_KEY_ID=$session_id AWS_SECRET_ACCESS_KEY=$session_secret AWS_SESSION_TOKEN=$session_token aws_ "$@"
}

# take_session: reads the credentials in $work/out, which assume-role printed as text.
take_session() {
    read -r session_id session_secret session_token <"$work/out" || true
    [ -n "$session_token" ] || fail 'no credentials in the answer of STS'
}

thoughtspot() {
    curl -fsS --max-time 20 -H "Authorization: Bearer $SPOTDOCK_TOKEN" -H 'Content-Type: application/json' \
        -d "$2" "$SPOTDOCK_THOUGHTSPOT_URL/api/rest/2.0$1"
}

start_sandbox() {
    : >"$work/environment"
    "$spotdock" sandbox "$@" >"$work/environment" 2>"$work/sandbox.log" </dev/null &
    sandbox=$!
    local tries=0
    until grep -q '^export SANDBOX_GOOGLE_TOKEN_URL=' "$work/environment"; do
        kill -0 "$sandbox" 2>/dev/null || { cat "$work/sandbox.log" >&2; fail 'the sandbox ended at once'; }
        tries=$((tries + 1))
        [ "$tries" -lt 600 ] || fail 'the sandbox did not come up within a minute'
        sleep 0.1
    done
    if grep -qv '^export [A-Z_]*=' "$work/environment"; then fail 'the sandbox printed more than its environment'; fi
    # shellcheck disable=SC1091
    . "$work/environment"
    pass "spotdock sandbox${*:+ $*} answers at $AWS_ENDPOINT_URL"
}

stop_sandbox() {
    kill "$sandbox"
    wait "$sandbox" 2>/dev/null || true
    sandbox=
}

# settings HOSTING-LINES ROLE-LINES
write_settings() {
    cat >"$work/settings.yaml" <<YAML
spotdock: 1
thoughtspot:
$1
aws:
  account-id: "$SANDBOX_CUSTOMER_ACCOUNT"
  region: $AWS_REGION
bucket:
  name: $bucket
  prefix: $prefix
  create: true
role:
  name: $role
$2
webhook:
  name: Webhook_S3
  url: https://api.example.com/thoughtspot/webhook
  description: Liveboard exports to S3
YAML
}

run() {
    "$spotdock" "$1" -s "$work/settings.yaml" --no-input "${@:2}"
}

# The last line of --json names these resources; none of them is to change.
nothing_to_change() {
    tail -n 1 "$work/out" | python3 -c '
import json, sys
result = json.loads(sys.stdin.readline())
kinds = {change["kind"] for change in result["changes"]}
assert result["result"] == "ok", result
assert kinds == {"keep"}, result' 2>"$work/err" || fail 'the second apply was to change nothing'
    pass 'and names nothing but what it keeps'
}

set_up() {
    expect 10 'plan --exit-code sees changes' run plan --exit-code
    expect 0 'apply carries them out' run apply --yes
    expect 0 'plan --exit-code sees none any more' run plan --exit-code
    expect 0 'apply again succeeds' run apply --yes --json
    nothing_to_change
    expect 0 'test passes' run test
}

# With the role's credentials in session_*: what ThoughtSpot may do, and nothing else.
play_the_role() {
    printf 'report' >"$work/report.csv"
    expect 0 'the role writes under the prefix' \
        as_session s3api put-object --bucket "$bucket" --key "${prefix}by-hand.csv" --body "$work/report.csv"
    expect 0 'and may give the ACL that ThoughtSpot gives' \
        as_session s3api put-object --bucket "$bucket" --key "${prefix}by-hand.csv" --body "$work/report.csv" \
        --acl bucket-owner-full-control
    refused AccessDenied 'not beside the prefix' \
        as_session s3api put-object --bucket "$bucket" --key "elsewhere/by-hand.csv" --body "$work/report.csv"
    refused AccessDenied 'not beside a prefix that only begins alike' \
        as_session s3api put-object --bucket "$bucket" --key "${prefix%/}-too/by-hand.csv" --body "$work/report.csv"
    refused AccessDenied 'it cannot list' as_session s3api list-objects-v2 --bucket "$bucket" --prefix "$prefix"
    refused AccessDenied 'it cannot read' \
        as_session s3api get-object --bucket "$bucket" --key "${prefix}by-hand.csv" "$work/read.csv"
    refused AccessDenied 'it cannot delete' \
        as_session s3api delete-object --bucket "$bucket" --key "${prefix}by-hand.csv"
    refused AccessDenied 'it cannot touch IAM' as_session iam list-roles
}

# in_the_history ARN CONDITION: an event of the customer's account that names the role meets the condition on e, in Python.
in_the_history() {
    local arn=$1 condition=$2
    expect 0 'the events of the role can be looked up' \
        aws_ cloudtrail lookup-events --lookup-attributes "AttributeKey=ResourceName,AttributeValue=$arn"
    python3 -c '
import json, sys
events = [json.loads(found["CloudTrailEvent"]) for found in json.load(sys.stdin)["Events"]]
assert any(eval(sys.argv[1], {"e": e}) for e in events), events' "$condition" <"$work/out" 2>"$work/err" ||
        fail "no event where $condition"
    pass 'and one of them is by ThoughtSpot'
    expect 0 'the role can be looked at' aws_ iam get-role --role-name "$role" --query Role.RoleLastUsed
    grep -q '"LastUsedDate"' "$work/out" || fail 'the role does not tell when it was last used'
    pass 'and tells when it was last used'
}

clear_bucket() {
    expect 0 'the administrator finds the file' \
        aws_ s3api get-object --bucket "$bucket" --key "${prefix}by-hand.csv" "$work/read.csv"
    cmp -s "$work/report.csv" "$work/read.csv" || fail 'the file read is not the file written'
    expect 0 'and deletes it' aws_ s3api delete-object --bucket "$bucket" --key "${prefix}by-hand.csv"
    expect 0 'the bucket can be listed' aws_ s3api list-objects-v2 --bucket "$bucket"
    if grep -q '"Key"' "$work/out"; then fail 'the live test left something in the bucket'; fi
    pass 'and holds nothing: the live test tidied up'
}

take_down() {
    expect 0 'destroy succeeds' run destroy --yes
    refused NoSuchEntity 'the role is gone' aws_ iam get-role --role-name "$role"
    refused 404 'the bucket is gone' aws_ s3api head-bucket --bucket "$bucket"
    expect 0 'ThoughtSpot can be asked for webhooks' thoughtspot /webhooks/search '{}'
    if grep -q Webhook_S3 "$work/out"; then fail 'the webhook is still there'; fi
    pass 'and has none'
    expect 10 'plan --exit-code would start anew' run plan --exit-code
}

no_secret_was_told() {
    local secret
    for secret in "$SPOTDOCK_TOKEN" "$AWS_SECRET_ACCESS_KEY"; do
        if grep -rqF -- "$secret" "$work/all" "$work/sandbox.log" "$SPOTDOCK_HOME"; then
            fail 'a secret stands in an output, a log or the journal'
        fi
    done
    pass 'no secret stands in any output, log or journal'
}

hosted_on_aws() {
    bucket=independent-clients-exports prefix=thoughtspot/ role=thoughtspot-s3-upload
    local external_id=ts-Independent-x7k9m2p4q1 arn
    start_sandbox
    arn=arn:aws:iam::$SANDBOX_CUSTOMER_ACCOUNT:role/$role
    write_settings "  hosting: aws
  account-id: \"$SANDBOX_THOUGHTSPOT_ACCOUNT\"" "  external-id: $external_id"
    set_up

    local assume=(as_thoughtspot --output text sts assume-role --role-arn "$arn" --role-session-name thoughtspot
        --query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]')
    refused AccessDenied 'no external ID, no role' "${assume[@]}"
    refused AccessDenied 'a wrong external ID, no role' "${assume[@]}" --external-id ts-somebody-else
    refused AccessDenied 'the external ID in another case, no role' "${assume[@]}" --external-id "${external_id,,}"
    refused AccessDenied 'another account, no role' \
        aws_ sts assume-role --role-arn "$arn" --role-session-name administrator --external-id "$external_id"
    expect 0 'ThoughtSpot assumes the role with its external ID' "${assume[@]}" --external-id "$external_id"
    take_session
    in_the_history "$arn" "e['userIdentity'] == {'type': 'AWSAccount', 'principalId': e['userIdentity']['principalId'],
        'accountId': '$SANDBOX_THOUGHTSPOT_ACCOUNT'} and e['requestParameters']['externalId'] == '$external_id'"
    play_the_role
    clear_bucket
    take_down
    no_secret_was_told
    stop_sandbox
}

hosted_on_gcp() {
    bucket=independent-clients-gcp prefix=reports/ role=thoughtspot-s3-upload
    local arn token stranger
    start_sandbox --hosting gcp
    arn=arn:aws:iam::$SANDBOX_CUSTOMER_ACCOUNT:role/$role
    write_settings "  hosting: gcp
  service-account-id: \"$SANDBOX_SERVICE_ACCOUNT_ID\"" ''
    set_up

    local assume=(aws_ --output text sts assume-role-with-web-identity --role-arn "$arn"
        --role-session-name thoughtspot --query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]')
    token=$(curl -fsS --max-time 20 "$SANDBOX_GOOGLE_TOKEN_URL?aud=$SANDBOX_SERVICE_ACCOUNT_ID")
    refused InvalidIdentityToken 'a token that Google did not sign, no role' \
        "${assume[@]}" --web-identity-token "${token%.*}.c2lnbmVkIGJ5IG5vYm9keQ"
    stranger=$(curl -fsS --max-time 20 "$SANDBOX_GOOGLE_TOKEN_URL?aud=115663769112811000000")
    refused 'InvalidIdentityToken\|AccessDenied' 'a token for another audience, no role' \
        "${assume[@]}" --web-identity-token "$stranger"
    expect 0 'ThoughtSpot assumes the role with an ID token' "${assume[@]}" --web-identity-token "$token"
    take_session
    in_the_history "$arn" "e['userIdentity']['userName'] == '$SANDBOX_SERVICE_ACCOUNT_ID'"
    play_the_role
    clear_bucket
    take_down
    expect 0 'identity providers can be listed' aws_ iam list-open-id-connect-providers
    if grep -q accounts.google.com "$work/out"; then fail 'the identity provider is still there'; fi
    pass 'and there is none'
    no_secret_was_told
    stop_sandbox
}

echo "Hosted on AWS, $("$aws_cli" --version 2>&1 | cut -d' ' -f1):"
hosted_on_aws
rm -rf "$SPOTDOCK_HOME"
echo 'Hosted on GCP:'
hosted_on_gcp
echo "independent clients: $passed passed"
