
# Stops when the bucket is in another region.
check_region() {
    ask '(NoSuchBucket)' s3api get-bucket-location --bucket="$bucket" --expected-bucket-owner="$account" ||
        stop "There is no bucket $bucket in account $account."
    case $answer in
        None) answer=us-east-1 ;;
        EU) answer=eu-west-1 ;;
    esac
    [ "$answer" = "$region" ] || stop "The bucket $bucket is in $answer, not in $region."
}
