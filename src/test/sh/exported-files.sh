#!/usr/bin/env bash
# The exported Terraform, read by HashiCorp's own library for its language: it must parse, be laid out as "terraform fmt"
# lays it out, keep its own rules, and come to the very policies of the exported JSON files.
#
# Usage: src/test/sh/exported-files.sh [SPOTDOCK]      (default: target/spotdock/bin/spotdock)
# Needs Go, and its libraries for HCL where the distribution puts them (golang-github-hashicorp-hcl-v2-dev on Debian).
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
spotdock=${1:-$here/target/spotdock/bin/spotdock}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SPOTDOCK_HOME=$work/home
export GO111MODULE=off GOPATH=/usr/share/gocode GOCACHE=$work/cache GOFLAGS=

go build -o "$work/read-terraform" "$here/src/test/go/read-terraform/main.go"

# files NAME ACCOUNT PARTITION: reads the settings from stdin, exports, reads back and compares.
files() {
    local name=$1 account=$2 partition=$3
    cat >"$work/$name.yaml"
    "$spotdock" export -s "$work/$name.yaml" --format json,terraform -o "$work/$name" --no-input >/dev/null 2>"$work/err" ||
        { cat "$work/err" >&2; exit 1; }
    "$work/read-terraform" -account "$account" -partition "$partition" "$work/$name/terraform" >"$work/$name.json"
    python3 - "$work/$name.json" "$work/$name/policies" <<'PYTHON'
import json, os, sys
resources = json.load(open(sys.argv[1]))["resources"]
pairs = {"trust-policy.json": ("aws_iam_role.thoughtspot", "assume_role_policy"),
         "permissions-policy.json": ("aws_iam_role_policy.thoughtspot", "policy"),
         "bucket-policy.json": ("aws_s3_bucket_policy.delivery", "policy")}
for file, (resource, attribute) in pairs.items():
    path = os.path.join(sys.argv[2], file)
    if os.path.exists(path) != (resource in resources):
        sys.exit(f"{file} and {resource}: one is there without the other")
    if os.path.exists(path) and json.load(open(path)) != json.loads(resources[resource][attribute]):
        sys.exit(f"{resource} does not come to {file}")
PYTHON
    printf '  ok  %s\n' "$name"
}

files aws-hosted 999888777666 aws <<'SETTINGS'
spotdock: 1
thoughtspot: {hosting: aws, account-id: "123456789012"}
aws: {account-id: "999888777666", region: us-east-1}
bucket: {name: my-company-data-exports, prefix: thoughtspot/}
role: {name: thoughtspot-s3-upload, external-id: ts-webhook-x7k9m2p4q1}
SETTINGS

files aws-hosted-existing-bucket 999888777666 aws <<'SETTINGS'
spotdock: 1
thoughtspot: {hosting: aws, account-id: "123456789012"}
aws: {account-id: "999888777666", region: eu-central-1}
bucket: {name: my-company-data-exports, create: false}
role: {name: thoughtspot-s3-upload, external-id: ts-webhook-x7k9m2p4q1}
SETTINGS

files gcp-hosted-with-key 999888777666 aws <<'SETTINGS'
spotdock: 1
thoughtspot: {hosting: gcp, service-account-id: "115663769112811637952"}
aws: {account-id: "999888777666", region: us-east-1}
bucket:
  name: my-company-data-exports
  prefix: thoughtspot/
  kms-key: arn:aws:kms:us-east-1:999888777666:key/1234abcd-12ab-34cd-56ef-1234567890ab
role: {name: thoughtspot-s3-upload}
SETTINGS

files gcp-hosted-in-gov-cloud 999888777666 aws-us-gov <<'SETTINGS'
spotdock: 1
thoughtspot: {hosting: gcp, service-account-id: "115663769112811637952"}
aws: {account-id: "999888777666", region: us-gov-west-1}
bucket: {name: my-company-data-exports}
role: {name: thoughtspot-s3-upload}
SETTINGS

files gcp-hosted-in-china 999888777666 aws-cn <<'SETTINGS'
spotdock: 1
thoughtspot: {hosting: gcp, service-account-id: "115663769112811637952"}
aws: {account-id: "999888777666", region: cn-north-1}
bucket: {name: my-company-data-exports, prefix: thoughtspot/, tls-only: false}
role: {name: thoughtspot-s3-upload, google-provider: built-in}
SETTINGS

files hostile-names 999888777666 aws <<'SETTINGS'
spotdock: 1
thoughtspot: {hosting: aws, account-id: "123456789012"}
aws: {account-id: "999888777666", region: us-east-1}
bucket: {name: my-company-data-exports, prefix: "it's \"here\" `id` \\ Größe #{x}; & <b> %{y}/"}
role: {name: "-role=a,b.c@d+e_f", external-id: "--stand-in/=+,.@:_"}
SETTINGS

cat >"$work/fleet.yaml" <<'MANIFEST'
spotdock-fleet: 1
defaults:
  aws: {region: us-east-1}
  bucket: {name: "acme-thoughtspot-{account-id}", prefix: "{name}/"}
  role: {name: "thoughtspot-{name}"}
  thoughtspot: {host: acme.thoughtspot.cloud}
integrations:
  - {name: sales, thoughtspot: {org: Sales, hosting: aws, account-id: "123456789012"}, aws: {account-id: "111122223333"}}
  - {name: 2.hr, thoughtspot: {org: HR, hosting: aws, account-id: "123456789012"}, aws: {account-id: "111122223333"}}
  - {name: ops, thoughtspot: {org: Ops, hosting: gcp, service-account-id: "115663769112811637952"}, aws: {account-id: "444455556666"}}
  - {name: gov, thoughtspot: {org: Gov, hosting: gcp, service-account-id: "115663769112811637952"}, aws: {account-id: "777788889999", region: us-gov-west-1}}
MANIFEST
"$spotdock" fleet export -m "$work/fleet.yaml" -o "$work/fleet" --no-input >/dev/null 2>"$work/err" ||
    { cat "$work/err" >&2; exit 1; }
"$work/read-terraform" -layout "$work/fleet/terraform"
printf '  ok  a fleet\n'
