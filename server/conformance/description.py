"""The OpenAPI document: is it valid, and does the server conform to it?"""

import json
import os
import re
import sys

from checks import check, get, run, tell


def openapi(url, _):
    from openapi_spec_validator import OpenAPIV30SpecValidator

    errors = [e.message for e in OpenAPIV30SpecValidator(json.loads(get(url + "/api"))).iter_errors()]
    check("openapi-spec-validator, errors in /api", errors, [])


def schemathesis(url, _):
    # No schema can express valid CQL2, names in sortby and corners of boxes; /events does not end.
    out = run(
        os.path.join(os.path.dirname(sys.executable), "st"), "run", url + "/api", "--max-examples", os.environ.get("EXAMPLES", "30"),
        "--seed", "1", "--exclude-checks", "positive_data_acceptance", "--exclude-path", "/events", "--header", "Authorization: Bearer conformance",
    )
    lines = out.stdout.splitlines()
    cases = (re.findall(r"^  (\d+ generated)", out.stdout, re.M) or [""])[0]
    if not cases:
        tell("FAILED", "Schemathesis, nothing generated", lines[-5:])
        return
    # A limit above the maximum means the maximum (17-069r4, fc-limit-response-1): no schema can express that either.
    failed = [line for line in lines if line.strip().startswith("curl ") and not re.search(r"[?&]limit=(51|10001)'", line)]
    check(f"Schemathesis ({cases}), failures", failed, [])
