"""Readers that rest on models which are not ours: a spaCy pipeline, a Hugging Face encoder, an OpenAI-compatible endpoint.

Each module makes one `reportedly.reading.Reader`, which `reportedly.reading.guest.hosted` puts among those of the rules.
Unlike reading itself this room reads files and, for the endpoint alone, speaks over the network; nothing here is imported
before it is asked for.
"""
