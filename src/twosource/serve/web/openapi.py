"""The application in, its description out: each page's twin in JSON, and the one shape of errors.

Most answers are dataclasses, which FastAPI describes. What is made of the contract's rows is
described by the contract's own schema; `shapes.json` says which page answers with which shape.
"""

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

Row = dict[str, Any]
JSON = "application/json"
SAYS = """Every page of the desk is also JSON: append `.json` to its path (`/index.json` for `/`),
or send `Accept: application/json`. Every error has one shape. Former ids of a story answer with a
redirect. What forms send needs the token that the form carries."""
ERROR = {
    "description": "Trouble, with what to do about it",
    "content": {JSON: {"schema": {"$ref": "#/components/schemas/ErrorAnswer"}}, "text/html": {}},
}
ERROR_SHAPE = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["status", "code", "message", "remedy"],
            "properties": {
                "status": {"type": "integer"},
                "code": {"type": "string"},
                "message": {"type": "string"},
                "remedy": {"type": "string"},
            },
        }
    },
}


def describe(app: FastAPI) -> None:
    """Put our description in place of FastAPI's own. It is made when first asked for."""

    def make() -> Row:
        if app.openapi_schema is None:
            app.openapi_schema = _describe(app)
        return app.openapi_schema

    app.openapi = make  # type: ignore[method-assign]


def _describe(app: FastAPI) -> Row:
    told: Row = get_openapi(
        title=app.title, version=app.version, description=SAYS, routes=app.routes
    )
    shapes = json.loads(_read("twosource.serve.web", "shapes.json"))
    schemas = told.setdefault("components", {}).setdefault("schemas", {})
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    schemas |= shapes["schemas"] | _contract() | {"ErrorAnswer": ERROR_SHAPE}
    for path, method, operation in _operations(told):
        answers = operation["responses"]
        answers.pop("422", None)
        answers["default"] = ERROR
        if method == "get":
            content = answers["200"].setdefault("content", {})
            shape = shapes["pages"].get(path)
            if shape is not None:
                content[JSON] = {"schema": {"$ref": f"#/components/schemas/{shape}"}}
            content["text/html"] = {}
    return told


def _operations(told: Row) -> Iterator[tuple[str, str, Row]]:
    for path, methods in told["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def _contract() -> Row:
    """The contract's definitions, each under a name of its own among the components."""
    text = _read("twosource.render", "contract.schema.json")
    defined = json.loads(text.replace('"#/$defs/', '"#/components/schemas/contract_'))["$defs"]
    return {f"contract_{name}": shape for name, shape in defined.items()}


def _read(package: str, name: str) -> str:
    return files(package).joinpath(name).read_text(encoding="utf-8")
