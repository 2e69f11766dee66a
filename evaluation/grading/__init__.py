"""Whether a try ended as it had to, and whether anything said or done on the way broke a rule of `policy.md`."""
