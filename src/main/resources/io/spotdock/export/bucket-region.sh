
# Stops when the bucket is in another region, or another account's.
hint_bucket="The bucket $bucket may be another account's: names of buckets are unique among all accounts."
check_region() {
    hint=$hint_bucket
    ask '(NoSuchBucket)' s3api get-bucket-location --bucket="$bucket" --expected-bucket-owner="$account" ||
        stop "There is no bucket $bucket in account $account."
    hint=
    case $answer in
        None) answer=us-east-1 ;;
        EU) answer=eu-west-1 ;;
    esac
    [ "$answer" = "$region" ] || stop "The bucket $bucket is in $answer, not in $region."
}
