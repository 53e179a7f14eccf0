"""The reading model for English: loaded from the files beside it, whose hashes are checked first."""

from reportedly_en.model import FOLDER, Model, ModelInvalid, load

__all__ = ["FOLDER", "Model", "ModelInvalid", "load"]
