"""What a document from elsewhere becomes: from an outline to the files of a pack."""
