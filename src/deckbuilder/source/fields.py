"""The kinds of field that the models of packs and themes have in common."""

import re
from typing import Annotated, Any

from msgspec import Struct
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from deckbuilder.source.values import Text

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""What the name of a slide, a plan or a theme is made of."""


class Model(BaseModel):
    """What every part of a pack or a theme has in common: it never changes, and it refuses a key it does not know.

    Validators are made when the first value is validated: most models are only parts of others.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def _as_id(value: Text) -> Text:
    if not ID.fullmatch(value):
        raise PydanticCustomError(
            "bad_id", "an id is made of small letters, digits and single hyphens, such as children-1"
        )
    return value


def _as_flag(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return value == "true"
    raise PydanticCustomError("bad_flag", "true or false is wanted here")


class Shorthand(Struct, frozen=True):
    """Lets authors write less: a text in a list of models stands for a model with only that text.

    It annotates the list. `key` is the model's field that takes the text; None where the list holds texts itself.
    With `single`, a text in place of the list stands for a list of one.
    """

    key: str | None
    single: bool = False

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Write the shorthand out before the list is validated."""
        return core_schema.no_info_before_validator_function(self._written_out, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Tell editors that both ways of writing are right."""
        text = {"type": ["string", "number", "boolean"], "minLength": 1}
        described = dict(handler(schema))
        if self.key is not None:
            described["items"] = {"anyOf": [text, described["items"]]}
        return {"anyOf": [text, described]} if self.single else described

    def _written_out(self, value: Any) -> Any:
        if self.single and isinstance(value, str):
            value = [value]
        if self.key is None or not isinstance(value, list):
            return value
        return [{self.key: item} if isinstance(item, str) else item for item in value]


Id = Annotated[Text, AfterValidator(_as_id), Field(json_schema_extra={"pattern": f"^{ID.pattern}$"})]
"""A stable name of a slide, an activity or a plan."""

Flag = Annotated[bool, BeforeValidator(_as_flag)]
"""`true` or `false`, and nothing else that YAML dialects call true."""

Texts = Annotated[tuple[Text, ...], Shorthand(None, single=True)]
"""A list of texts; a single text stands for a list of one."""


class Contact(Model):
    """Somebody to turn to."""

    name: Text
    phone: Text | None = None
    hours: Text | None = None
    text: Text | None = None
    """What they help with."""
    link: Text | None = None
    """A web or e-mail address."""
