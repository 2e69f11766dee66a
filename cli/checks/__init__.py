"""What `frontdesk check` asks, one file a part. Each gives a line for people, or raises Failed with what to do."""
