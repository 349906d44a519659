
# The identity provider, unless another role trusts it.
if ask '(NoSuchEntity)' iam get-open-id-connect-provider --open-id-connect-provider-arn="$provider_arn" \
    --query "Tags[?Key=='$tag_key'].Value | [0]"; then
    if [ "$answer" = "$tag_value" ]; then
        trusting=$(aws iam list-roles --query "Roles[?RoleName != '$role' &&
            contains(to_string(AssumeRolePolicyDocument), '$provider_arn')].RoleName")
        if [ -n "$trusting" ]; then
            leave "Other roles trust $provider_arn, so it stays:" "$trusting"
        else
            aws iam delete-open-id-connect-provider --open-id-connect-provider-arn="$provider_arn"
            say "The identity provider $provider_arn is removed."
        fi
    else
        leave "The identity provider $provider_arn is not one that Spotdock made, so it stays, and the client ID $client_id too."
    fi
else
    say "There is no identity provider $provider_arn."
fi
