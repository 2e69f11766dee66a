"""The life of an application, without a framework."""
