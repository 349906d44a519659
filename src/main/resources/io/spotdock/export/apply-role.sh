
# The role, who may assume it, and what it may do.
if [ "$role_stands" = yes ]; then
    aws iam update-assume-role-policy --role-name="$role" --policy-document="$trust_policy"
else
    aws iam create-role --role-name="$role" --path="$role_path" --description="$role_description" \
        --max-session-duration="$role_seconds" --assume-role-policy-document="$trust_policy" \
        --tags="$tags" >/dev/null
    aws iam wait role-exists --role-name="$role"
fi
aws iam put-role-policy --role-name="$role" --policy-name="$policy_name" --policy-document="$permissions_policy"
role_arn=$(aws iam get-role --role-name="$role" --query Role.Arn)
say "The role $role is in place."

say ''
say 'ThoughtSpot needs these:'
say "    Role ARN     $role_arn"
