[ "$left" -eq 0 ] || exit 4
