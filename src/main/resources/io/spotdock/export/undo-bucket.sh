
# The bucket, if it is empty: no file, no former version, no unfinished upload.
hint=$hint_bucket
if ask '(404)' s3api head-bucket --bucket="$bucket" --expected-bucket-owner="$account"; then
    hint=
    check_region
    if bucket_is_ours; then
        files=$(aws s3api list-object-versions --bucket="$bucket" --expected-bucket-owner="$account" \
            --no-paginate --max-keys=1 --query '[Versions, DeleteMarkers][][].Key')
        uploads=$(aws s3api list-multipart-uploads --bucket="$bucket" --expected-bucket-owner="$account" \
            --no-paginate --max-uploads=1 --query '[Uploads][][].Key')
        if [ -n "$files$uploads" ]; then
            leave "The bucket $bucket holds files, so it stays."
        else
            aws s3api delete-bucket --bucket="$bucket" --expected-bucket-owner="$account"
            say "The bucket $bucket is removed."
        fi
    else
        leave "The bucket $bucket is not one that Spotdock made, so it stays."
    fi
else
    say "There is no bucket $bucket."
fi
