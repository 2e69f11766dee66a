"""What the OpenAPI pages say of the service as a whole."""

TITLE = "Frontdesk"
VERSION = "1"
DESCRIPTION = """
A clinic's schedule and appointments.

Every call carries `Authorization: Bearer <API token>`. A token alone acts as the clinic's staff; a call that also
carries a patient's signed identity (`X-Patient-Identity`) is held to that patient's rights and quotas.

Times are ISO 8601 with an offset. Errors have one shape: `{"code", "message", "details"?}`; codes are stable.
"""
