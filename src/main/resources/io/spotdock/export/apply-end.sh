say "    Bucket       $bucket"
say "    Region       $region"
say "    Path prefix  $prefix"
[ "$left" -eq 0 ] || exit 4
