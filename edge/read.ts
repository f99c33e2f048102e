/**
 * From a request for a readable resource to its answer: parameters, format, value, bytes.
 *
 * @module
 */
import { z } from "zod";
import type { Problem } from "../lib/http/problem.ts";
import type { ApiOptions } from "./context.ts";
import { encodeAnswer, type EncodedAnswer } from "./encoded.ts";
import { type Format, negotiate, notAcceptable } from "./negotiate.ts";
import { type Found, type Input, isProblem, type ReadResource } from "./resource.ts";
import { readInput } from "./validate.ts";

/** The formats of a resource, the default first. */
export function formatsOf(resource: ReadResource): Format[] {
  return Object.keys(resource.representations) as Format[];
}

/** The parameter `format` of a resource that has several. */
export function formatParameter(resource: ReadResource) {
  return z.enum(formatsOf(resource) as [Format, ...Format[]]).optional().meta({
    description: `Instead of Accept; ${formatsOf(resource)[0]} if neither is given.`,
  });
}

function chooseFormat(
  resource: ReadResource,
  accept: string | null,
  asked: string | undefined,
): Format | Problem {
  const offered = formatsOf(resource);
  if (asked !== undefined) return asked as Format;
  return negotiate(accept, offered) ?? notAcceptable(offered);
}

/** What is asked of a resource, whichever it is. */
export type AnyInput = Input<Record<string, unknown>, Record<string, unknown>>;

/** What is asked of `resource`, or what is wrong with it. */
export function readRequest(
  resource: ReadResource,
  request: {
    readonly params: Readonly<Record<string, string>>;
    readonly search: URLSearchParams;
    readonly accept: string | null;
  },
): AnyInput | Problem {
  const several = formatsOf(resource).length > 1;
  const schema = several
    ? resource.query.extend({ format: formatParameter(resource) })
    : resource.query;
  const input = readInput(
    { params: resource.params, query: schema },
    request.params,
    request.search,
  );
  if ("kind" in input) return input;
  const { format: asked, ...query } = input.query as Record<string, unknown>;
  const format = chooseFormat(resource, request.accept, asked as string | undefined);
  return typeof format === "string" ? { params: input.params, query, format } : format;
}

/** Reads and writes `resource` as asked for, or says what was wrong; a promise where the resource gives one. */
export function readResource(
  resource: ReadResource,
  api: ApiOptions,
  input: AnyInput,
  route: string,
): EncodedAnswer | Problem | Promise<EncodedAnswer | Problem> {
  const { format } = input;
  // The world may move on while a long answer is made: that one is true for the version that it began with.
  const { version } = api.reports.world;
  const encode = (found: Found<unknown> | Problem) => {
    if (isProblem(found)) return found;
    const text = resource.representations[format]!.write!(found.value);
    const varies = formatsOf(resource).length > 1;
    return encodeAnswer(route, found, text, format, varies, api.reports.now(), version);
  };
  const found = resource.read(input, api);
  return found instanceof Promise ? found.then(encode) : encode(found);
}
