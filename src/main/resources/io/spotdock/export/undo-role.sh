
# The role, with its one policy. With another policy on it, it serves somebody else too.
if ask '(NoSuchEntity)' iam get-role --role-name="$role" --query "Role.Tags[?Key=='$tag_key'].Value | [0]"; then
    if [ "$answer" = "$tag_value" ]; then
        inline=$(aws iam list-role-policies --role-name="$role" \
            --query "PolicyNames[?@ != '$policy_name'] | join(' ', @)")
        attached=$(aws iam list-attached-role-policies --role-name="$role" \
            --query "AttachedPolicies[].PolicyName | join(' ', @)")
        if [ -n "$inline$attached" ]; then
            leave "The role $role has other policies too, so it stays: $inline $attached"
        else
            ask '(NoSuchEntity)' iam delete-role-policy --role-name="$role" --policy-name="$policy_name" || :
            aws iam delete-role --role-name="$role"
            say "The role $role is removed."
        fi
    else
        leave "The role $role is not one that Spotdock made, so it stays."
    fi
else
    say "There is no role $role."
fi
