
# Google as identity provider of the account. Others may rely on it, so it is only ever added to.
if ask '(NoSuchEntity)' iam get-open-id-connect-provider --open-id-connect-provider-arn="$provider_arn" \
    --query 'ClientIDList'; then
    case " $(printf '%s' "$answer" | tr '\n\t' '  ') " in
        *" $client_id "*) ;;
        *)
            aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn="$provider_arn" \
                --client-id="$client_id"
            ;;
    esac
else
    # Before 2024 the AWS CLI insists on thumbprints, which AWS itself does not use for Google.
    ask '--thumbprint-list' iam create-open-id-connect-provider --url="$provider_url" \
        --client-id-list="[\"$client_id\"]" --tags="$tags" ||
        aws iam create-open-id-connect-provider --url="$provider_url" --client-id-list="[\"$client_id\"]" \
            --tags="$tags" --thumbprint-list='[]' >/dev/null
fi
say "The identity provider $provider_arn is in place."
