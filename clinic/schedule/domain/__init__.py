"""The schedule's rules as plain data, in the branch's wall-clock time. No framework, no storage."""
