
# The AWS CLI, 1 or 2: in this region, with plain answers, without a pager, and without asking back.
AWS_REGION=$region AWS_DEFAULT_REGION=$region AWS_DEFAULT_OUTPUT=text AWS_PAGER='' AWS_CLI_AUTO_PROMPT=off
export AWS_REGION AWS_DEFAULT_REGION AWS_DEFAULT_OUTPUT AWS_PAGER AWS_CLI_AUTO_PROMPT

say() {
    printf '%s\n' "$*"
}

stop() {
    printf '%s\n' "$*" >&2
    exit 1
}

command -v aws >/dev/null || stop 'The AWS CLI is needed: https://aws.amazon.com/cli/'
errors=$(mktemp)
trap 'rm -f "$errors"' EXIT
trap 'exit 130' HUP INT TERM

# ask WORDS ARGUMENTS...: asks AWS and leaves what it says in $answer. False when AWS refuses with these words; any
# other refusal ends the script, with $hint where there is one.
hint=
ask() {
    words=$1
    shift
    if answer=$(aws "$@" 2>"$errors"); then
        return 0
    fi
    case $(cat "$errors") in
        *"$words"*) return 1 ;;
    esac
    cat "$errors" >&2
    [ -z "$hint" ] || say "$hint" >&2
    exit 1
}

# In another account nothing is done.
caller=$(aws sts get-caller-identity --query "join(' ', [Account, Arn])")
[ "${caller%% *}" = "$account" ] || stop "This is for account $account; you are signed in to ${caller%% *}."
say "Signed in as ${caller#* }."
