"""Holding a file's values against a model, and saying what does not fit in the author's words.

pydantic gives each fault a type and a path (its `loc`); here the path becomes a place in the file and the type a code
of the catalogue.
"""

import re
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from deckbuilder.diagnostics import Diagnostics, did_you_mean
from deckbuilder.source.values import Fields, Items, Node, Text, origin_at

ModelT = TypeVar("ModelT", bound=BaseModel)

MAX_FAULTS = 200
"""The most faults of one mapping that are reported: where there are more, it is something else than it should be."""

_WRONG_TYPE = {
    "int_parsing": "a whole number is wanted here",
    "int_type": "a whole number is wanted here",
    "int_parsing_size": "a number of fewer digits is wanted here",
    "int_from_float": "a whole number is wanted here",
    "float_parsing": "a number is wanted here",
    "float_type": "a number is wanted here",
    "tuple_type": "a list is wanted here",
    "list_type": "a list is wanted here",
    "dict_type": "keys and values are wanted here",
    "model_type": "keys and values are wanted here",
    "model_attributes_type": "keys and values are wanted here",
    "text_type": "a text is wanted here",
    "bad_flag": "true or false is wanted here",
}


def validated(model: type[ModelT], node: Fields, what: str, diagnostics: Diagnostics) -> ModelT | None:
    """Read a mapping as a model; None when it does not fit, with every fault among the diagnostics.

    `what` names the whole in messages, such as “this slide”.
    """
    try:
        return model.model_validate(node)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False)[:MAX_FAULTS]
        for fault in faults:
            if not _follows_from_another(model, node, fault, faults):
                _report(model, node, what, fault, diagnostics)
        return None


def _follows_from_another(
    model: type[BaseModel], node: Fields, fault: ErrorDetails, faults: list[ErrorDetails]
) -> bool:
    """Say whether a fault is gone once another one is mended, so that it would only distract from that."""
    path = fault["loc"]
    value = _value_at(node, path[:-1] if fault["type"] == "missing" else path)
    if fault["type"] in {"too_short", "too_long"} and isinstance(value, Items):
        # Only sound items are counted.
        bounds: dict[str, Any] = fault.get("ctx") or {}
        return bool(bounds.get("min_length", 0) <= len(value) <= bounds.get("max_length", len(value)))
    if fault["type"] != "missing" or not isinstance(value, Fields):
        return False
    holder = path[:-1]
    unknown = [
        str(other["loc"][-1]) for other in faults if other["type"] == "extra_forbidden" and other["loc"][:-1] == holder
    ]
    known = keys_of(_model_at(model, holder))
    misspelt = f"“{path[-1]}”" in [_quoted(did_you_mean(key, known)) for key in unknown]
    return misspelt or (bool(unknown) and _may_be_text(value, holder))


def _quoted(hint: str) -> str:
    return hint.removeprefix("Did you mean ").removesuffix("?")


def _may_be_text(value: Node | None, path: tuple[str | int, ...]) -> bool:
    """Say whether an item of a list may be a text that an unquoted colon made a key and its value."""
    return bool(path) and isinstance(path[-1], int) and isinstance(value, Fields) and len(value) == 1


def _report(model: type[BaseModel], node: Fields, what: str, fault: ErrorDetails, diagnostics: Diagnostics) -> None:
    path, kind = _as_written(node, fault["loc"]), fault["type"]
    context: dict[str, Any] = fault.get("ctx") or {}
    origin = origin_at(node, path)
    key = str(path[-1]) if path else what
    if kind == "missing":
        place = origin_at(node, path[:-1]) or node.origin
        where = _described(node, path[:-1], what)
        diagnostics.error("missing-field", f"“{key}” is missing from {where}.", place, f"Add “{key}:”.")
    elif kind == "extra_forbidden":
        holder = _value_at(node, path[:-1])
        origin = holder.key_origins.get(key, origin) if isinstance(holder, Fields) else origin
        diagnostics.error(
            "unknown-key",
            f"“{key}” is no key of {_described(node, path[:-1], what)}.",
            origin,
            _unknown_key_hint(key, model, holder, path[:-1]),
        )
    elif kind in _WRONG_TYPE:
        hint = _type_hint(node, path, kind) or _keys_hint(model, path, kind)
        diagnostics.error("wrong-type", _sentence(path, _WRONG_TYPE[kind]), origin, hint)
    elif kind == "text_empty":
        begun = origin is not None and re.search(r":\s+#", origin.excerpt)
        hint = "Write something, or remove the key."
        if begun:
            hint = "“#” begins a comment, so what follows it is not read: put the value in quotation marks."
        diagnostics.error("empty-text", f"“{_name(path, what)}” is empty.", origin, hint)
    elif kind == "literal_error":
        known = [word.strip("' ") for word in str(context["expected"]).replace(" or ", ", ").split(",")]
        given = _value_at(node, path)
        diagnostics.error(
            "wrong-value",
            f"“{given}” is no value of “{_name(path, what)}”.",
            origin,
            did_you_mean(str(given), known),
        )
    elif kind in {"greater_than_equal", "less_than_equal"}:
        wanted = f"at least {context['ge']}" if "ge" in context else f"at most {context['le']}"
        diagnostics.error("wrong-value", f"“{_name(path, what)}” must be {wanted}.", origin)
    elif kind == "bad_id":
        # A bad key of a mapping has the key itself as the last step but one.
        name = str(path[-2] if path[-1] == "[key]" else _value_at(node, path))
        suggestion = "-".join(re.findall("[a-z0-9]+", name.lower()))
        diagnostics.error(
            "bad-id", f"“{name}” is no id: {fault['msg']}.", origin, f"Write “{suggestion}”." if suggestion else ""
        )
    elif kind in {"too_short", "too_long"}:
        bound = context.get("min_length", context.get("max_length"))
        wanted = f"needs at least {bound}" if kind == "too_short" else f"takes at most {bound}"
        items = "item" if bound == 1 else "items"
        diagnostics.error("wrong-number-of-items", f"“{_name(path, what)}” {wanted} {items}.", origin)
    else:
        diagnostics.error("wrong-value", _sentence(path, fault["msg"][:1].lower() + fault["msg"][1:]), origin)


def _sentence(path: tuple[str | int, ...], wanted: str) -> str:
    return f"“{_name(path, 'this')}”: {wanted}."


def _name(path: tuple[str | int, ...], what: str) -> str:
    """Name a value by its key; an item of a list by its list's key and its number."""
    words = [str(step) for step in path if isinstance(step, str) and step != "[key]"]
    if not words:
        return what
    last = path[-1]
    return f"{words[-1]}, item {last + 1}" if isinstance(last, int) else words[-1]


def _described(node: Fields, path: tuple[str | int, ...], what: str) -> str:
    if not path:
        return what
    value = _value_at(node, path)
    if isinstance(value, Fields) and isinstance(path[-1], int):
        return f"this item of “{_name(path[:-1], what)}”"
    return f"“{_name(path, what)}”"


def _value_at(node: Node, path: tuple[str | int, ...]) -> Node | None:
    current: Node | None = node
    for step in path:
        if isinstance(current, Fields) and isinstance(step, str):
            current = current.get(step)
        elif isinstance(current, Items) and isinstance(step, int) and step < len(current):
            current = current[step]
        else:
            break
    return current


def _as_written(node: Fields, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Cut a path off at a text: what a shorthand adds behind it is not in the file."""
    for length in range(len(path)):
        if isinstance(_value_at(node, path[:length]), Text):
            return path[:length]
    return path


def _unknown_key_hint(key: str, model: type[BaseModel], holder: Node | None, path: tuple[str | int, ...]) -> str:
    hint = did_you_mean(key, keys_of(_model_at(model, path)))
    if (" " in key or _may_be_text(holder, path)) and not hint.startswith("Did you mean"):
        return "If the whole line is meant as a text, put it in quotation marks: a colon and a space end a key."
    return hint


def _type_hint(node: Fields, path: tuple[str | int, ...], kind: str) -> str:
    value = _value_at(node, path)
    if kind == "text_type" and isinstance(value, Fields):
        return "If the line is meant as a text, put it in quotation marks: a colon and a space end a key."
    if kind == "text_type" and isinstance(value, Items):
        return "Write one text, without the hyphens of a list."
    if kind in {"tuple_type", "list_type"} and isinstance(value, Text):
        return "Start each item on a line of its own with “- ”."
    return ""


def _keys_hint(model: type[BaseModel], path: tuple[str | int, ...], kind: str) -> str:
    """Say which keys belong where keys are wanted, and that the items of a list begin with a hyphen."""
    known = keys_of(_model_at(model, path))
    if kind in {"dict_type", "model_type", "model_attributes_type"} and known:
        return f"Write its keys below it, each on a line of its own: {', '.join(known)}."
    if kind in {"tuple_type", "list_type"}:
        return "Begin each item with “- ”."
    return "Write the digits alone, such as 14." if kind in {"int_parsing", "int_type"} else ""


def keys_of(model: type[BaseModel] | None) -> list[str]:
    """Give the keys that a model knows, as authors write them."""
    return [field.alias or name for name, field in model.model_fields.items()] if model else []


def _model_at(model: type[BaseModel], path: tuple[str | int, ...]) -> type[BaseModel] | None:
    """Find the model that describes the mapping at a path."""
    current: type[BaseModel] | None = model
    for step in path:
        if isinstance(step, int) or current is None:
            continue
        for name, field in current.model_fields.items():
            if step in (name, field.alias):
                current = _model_in(field.annotation)
                break
    return current


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in get_args(annotation):
        found = _model_in(part)
        if found:
            return found
    return None
