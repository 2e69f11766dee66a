"""Call tasks: whom the clinic has to telephone, and by when."""
