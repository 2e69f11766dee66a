"""Bodies shown in the OpenAPI pages."""

from fastapi.openapi.models import Example

PERSON: dict[str, Example] = {
    "a child": {
        "summary": "A child of the account's owner",
        "value": {"relation": "child", "full_name": "A. Child", "birth_date": "2020-05-04"},
    },
    "oneself": {"summary": "The account's owner", "value": {"relation": "self", "full_name": "A. Patient"}},
}
CHANGE: dict[str, Example] = {"a name": {"summary": "Correct the name", "value": {"full_name": "A. Patient"}}}
CONTACT: dict[str, Example] = {
    "shared": {"summary": "The channel vouches for it", "value": {"phone": "+7 916 000-00-00", "verified": True}},
    "typed": {"summary": "As somebody typed it", "value": {"phone": "8 (916) 000-00-00", "verified": False}},
}
