"""Where the service is put together: the one place that knows every capability."""
