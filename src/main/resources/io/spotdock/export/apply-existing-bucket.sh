
# The bucket is there already, and stays as it is.
check_region
