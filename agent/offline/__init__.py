"""The model that needs no server: rules behind LangChain's chat model interface, with the same tools as any other."""
