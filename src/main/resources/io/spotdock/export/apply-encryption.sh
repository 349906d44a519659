
# The bucket encrypts with this key; a bucket key keeps each upload from being a call to KMS.
if [ "$ours" = yes ]; then
    aws s3api put-bucket-encryption --bucket="$bucket" --expected-bucket-owner="$account" \
        --server-side-encryption-configuration="$encryption"
    say 'The encryption of the bucket is in place.'
fi
