
# The bucket policy. One with other statements is left to you, for they are not ours to lose.
if [ "$ours" = yes ]; then
    if ask '(NoSuchBucketPolicy)' s3api get-bucket-policy --bucket="$bucket" --expected-bucket-owner="$account" \
        --query Policy; then
        case $answer in
            *"\"$bucket_policy_sid\""*) say 'The bucket policy is in place.' ;;
            *)
                left=$((left + 1))
                say 'The bucket has a policy of its own, which stays. Add the statement of this one to it:' >&2
                say "$bucket_policy" >&2
                ;;
        esac
    else
        aws s3api put-bucket-policy --bucket="$bucket" --expected-bucket-owner="$account" --policy="$bucket_policy"
        say 'The bucket policy is in place.'
    fi
fi
