/**
 * Scores the headers of a page by the published rules of Mozilla's HTTP Observatory (scoring of 2024): 100, minus
 * what is missing or weak, plus bonuses for those who have 90 without them. Only what an answer itself shows is
 * scored: certificates and redirects to https belong to the proxy in front.
 *
 * @module
 */

/** What was scored, and why. */
export interface Score {
  readonly total: number;
  readonly rules: readonly { readonly rule: string; readonly points: number }[];
}

type Rule = (headers: Headers, html: string) => readonly [rule: string, points: number];

function directivesOf(headers: Headers): Map<string, string[]> {
  const policy = headers.get("content-security-policy") ?? "";
  return new Map(
    policy.split(";").map((part) => part.trim().split(/\s+/)).filter(([name]) => name !== "")
      .map(([name, ...values]) => [name!.toLowerCase(), values]),
  );
}

const contentSecurityPolicy: Rule = (headers) => {
  const directives = directivesOf(headers);
  if (directives.size === 0) return ["csp-not-implemented", -25];
  const fallback = directives.get("default-src");
  const script = directives.get("script-src") ?? fallback ?? ["*"];
  const style = directives.get("style-src") ?? fallback ?? ["*"];
  const weak = ["'unsafe-inline'", "data:", "http:", "https:", "*"];
  if (script.some((value) => weak.includes(value)) || directives.get("object-src")?.includes("*")) {
    return ["csp-implemented-with-unsafe-inline", -20];
  }
  if (script.includes("'unsafe-eval'")) return ["csp-implemented-with-unsafe-eval", -10];
  if (style.some((value) => weak.includes(value))) {
    return ["csp-implemented-with-unsafe-inline-in-style-src-only", 0];
  }
  return fallback?.join(" ") === "'none'"
    ? ["csp-implemented-with-no-unsafe-default-src-none", 10]
    : ["csp-implemented-with-no-unsafe", 5];
};

const cookies: Rule = (headers) => {
  const lines = headers.getSetCookie();
  if (lines.length === 0) return ["cookies-not-found", 0];
  if (lines.some((line) => !/; ?secure/i.test(line))) return ["cookies-without-secure-flag", -20];
  if (lines.some((line) => !/; ?httponly/i.test(line))) {
    return ["cookies-without-httponly-flag", -30];
  }
  return lines.every((line) => /; ?samesite=(lax|strict)/i.test(line))
    ? ["cookies-secure-with-httponly-sessions-and-samesite", 5]
    : ["cookies-secure-with-httponly-sessions", 0];
};

const crossOriginSharing: Rule = (headers) =>
  headers.get("access-control-allow-origin") === null
    ? ["cross-origin-resource-sharing-not-implemented", 0]
    : headers.get("access-control-allow-credentials") === "true"
    ? ["cross-origin-resource-sharing-implemented-with-universal-access", -50]
    : ["cross-origin-resource-sharing-implemented-with-public-access", 0];

const referrerPolicy: Rule = (headers) => {
  const value = headers.get("referrer-policy")?.split(",").at(-1)?.trim() ?? "";
  const isPrivate = [
    "no-referrer",
    "same-origin",
    "strict-origin",
    "strict-origin-when-cross-origin",
  ];
  if (isPrivate.includes(value)) return ["referrer-policy-private", 5];
  return value === "unsafe-url"
    ? ["referrer-policy-unsafe", -5]
    : ["referrer-policy-not-implemented", 0];
};

const strictTransport: Rule = (headers) => {
  const value = headers.get("strict-transport-security");
  if (value === null) return ["hsts-not-implemented", -20];
  const seconds = Number(/max-age=(\d+)/.exec(value)?.[1] ?? 0);
  return seconds >= 15_768_000
    ? ["hsts-implemented-max-age-at-least-six-months", 0]
    : ["hsts-implemented-max-age-less-than-six-months", -10];
};

const subresources: Rule = (_headers, html) => {
  const foreign = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)]
    .map(([, src]) => src!).filter((src) => /^(https?:)?\/\//.test(src));
  if (foreign.length === 0) {
    return ["sri-not-implemented-but-all-scripts-loaded-from-secure-origin", 0];
  }
  return ["sri-not-implemented-but-external-scripts-loaded-securely", -5];
};

const contentType: Rule = (headers) =>
  headers.get("x-content-type-options") === "nosniff"
    ? ["x-content-type-options-nosniff", 0]
    : ["x-content-type-options-not-implemented", -5];

const framing: Rule = (headers) => {
  if (directivesOf(headers).has("frame-ancestors")) {
    return ["x-frame-options-implemented-via-csp", 5];
  }
  return headers.has("x-frame-options")
    ? ["x-frame-options-sameorigin-or-deny", 5]
    : ["x-frame-options-not-implemented", -20];
};

const resourcePolicy: Rule = (headers) => {
  switch (headers.get("cross-origin-resource-policy")) {
    case "same-origin":
      return ["corp-implemented-with-same-origin", 10];
    case "same-site":
      return ["corp-implemented-with-same-site", 10];
    default:
      return ["corp-not-implemented", 0];
  }
};

const RULES: readonly Rule[] = [
  contentSecurityPolicy,
  cookies,
  crossOriginSharing,
  referrerPolicy,
  strictTransport,
  subresources,
  contentType,
  framing,
  resourcePolicy,
];

/** Bonuses are for those who lose little. */
const BONUS_FROM = 90;

/** The score of an answer. */
export function observatoryScore(headers: Headers, html: string): Score {
  const rules = RULES.map((rule) => rule(headers, html))
    .map(([rule, points]) => ({ rule, points }));
  const lost = rules.filter(({ points }) => points < 0).reduce(
    (sum, { points }) => sum + points,
    0,
  );
  const won = rules.filter(({ points }) => points > 0).reduce((sum, { points }) => sum + points, 0);
  const without = 100 + lost;
  return { total: Math.max(0, without >= BONUS_FROM ? without + won : without), rules };
}
