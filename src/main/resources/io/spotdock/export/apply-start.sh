
# Looks at the role first, so that nothing is half done when it is somebody else's.
role_stands=no
if ask '(NoSuchEntity)' iam get-role --role-name="$role" --query "Role.Tags[?Key=='$tag_key'].Value | [0]"; then
    [ "$answer" = "$tag_value" ] ||
        stop "There is a role $role that somebody else made. Choose another name, or remove it first."
    role_stands=yes
fi

# What is left to you is counted: then this ends with 4 instead of 0.
left=0
