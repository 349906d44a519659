say "    External ID  $external_id"
