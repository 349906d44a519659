
# The bucket. One that somebody else made is used as it is.
ours=yes
hint=$hint_bucket
if ask '(404)' s3api head-bucket --bucket="$bucket" --expected-bucket-owner="$account"; then
    hint=
    check_region
    bucket_is_ours || ours=no
else
    hint=
    if [ "$region" = us-east-1 ]; then
        aws s3api create-bucket --bucket="$bucket" >/dev/null
    else
        aws s3api create-bucket --bucket="$bucket" \
            --create-bucket-configuration="{\"LocationConstraint\":\"$region\"}" >/dev/null
    fi
    aws s3api put-bucket-tagging --bucket="$bucket" --expected-bucket-owner="$account" --tagging="$bucket_tags"
fi
if [ "$ours" = yes ]; then
    aws s3api put-public-access-block --bucket="$bucket" --expected-bucket-owner="$account" \
        --public-access-block-configuration="$public_access"
    aws s3api put-bucket-ownership-controls --bucket="$bucket" --expected-bucket-owner="$account" \
        --ownership-controls="$ownership"
    say "The bucket $bucket is in place."
else
    say "The bucket $bucket was there already. It is used as it is, its policy and encryption too."
fi
