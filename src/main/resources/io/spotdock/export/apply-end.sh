say "    Bucket       $bucket"
say "    Region       $region"
say "    Path prefix  $prefix"
