
# True when the bucket carries the tag of what Spotdock made.
bucket_is_ours() {
    ask '(NoSuchTagSet)' s3api get-bucket-tagging --bucket="$bucket" --expected-bucket-owner="$account" \
        --query "TagSet[?Key=='$tag_key'].Value | [0]" && [ "$answer" = "$tag_value" ]
}
