"""A page's JSON, held against the desk's own description of it."""

import jsonschema


def answer_as_described(client, described, path, address):
    """What the page at `address` answers in JSON; fails when `path` is described otherwise."""
    told = client.get(address, headers={"Accept": "application/json"})
    assert told.status_code == 200, (path, told.text[:300])
    content = described["paths"][path]["get"]["responses"]["200"]["content"]
    schema = content["application/json"]["schema"]
    assert schema, f"{path}: no word on its JSON"
    whole = {**schema, "components": described["components"]}
    jsonschema.validate(told.json(), whole, jsonschema.Draft202012Validator)
    return told.json()
