import assert from "node:assert/strict";
import {
  PROBLEM_KINDS,
  problemCacheControl,
  type ProblemKind,
  problemResponse,
  toProblemDetails,
} from "./problem.ts";

for (const kind of Object.keys(PROBLEM_KINDS) as ProblemKind[]) {
  Deno.test(`a ${kind} problem has the members of RFC 9457 and its own status`, async () => {
    const response = problemResponse({ kind, detail: "Because." }, "r-1");
    assert.equal(response.status, PROBLEM_KINDS[kind].status);
    assert.equal(response.headers.get("content-type"), "application/problem+json; charset=utf-8");
    assert.equal(response.headers.get("x-request-id"), "r-1");
    assert.deepEqual(await response.json(), {
      type: `/api/docs#problem-${kind}`,
      title: PROBLEM_KINDS[kind].title,
      status: PROBLEM_KINDS[kind].status,
      detail: "Because.",
      instance: "r-1",
    });
  });
}

Deno.test("a problem lists each error of the input with what is accepted", () => {
  const errors = [{ in: "query", name: "format", detail: "Unknown.", accepted: ["json"] }] as const;
  const details = toProblemDetails({ kind: "invalidRequest", detail: "Bad.", errors }, "r-2");
  assert.deepEqual(details.errors, errors);
});

Deno.test("no error is stored but that of a station that does not exist, for a minute", () => {
  for (const kind of Object.keys(PROBLEM_KINDS) as ProblemKind[]) {
    const expected = kind === "stationNotFound" ? "public, max-age=60" : "no-store";
    assert.equal(problemCacheControl(kind), expected, kind);
  }
});

Deno.test("the problem's own headers win over those of the caller", () => {
  const response = problemResponse(
    { kind: "methodNotAllowed", detail: "GET only.", headers: { allow: "GET, HEAD" } },
    "r-3",
    { allow: "none", "access-control-allow-origin": "*" },
  );
  assert.equal(response.headers.get("allow"), "GET, HEAD");
  assert.equal(response.headers.get("access-control-allow-origin"), "*");
});
