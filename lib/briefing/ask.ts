/**
 * From the parameters of an address to a briefing with its text: what page and API share.
 *
 * @module
 */
import type { Language } from "../products/text/mod.ts";
import { createSlicer, turnsInLine } from "../resilience/slices.ts";
import { atOnce, inSteps, type Steps } from "../resilience/steps.ts";
import { brief, type Briefing } from "./brief.ts";
import { type Changes, changesSince, digestOf, MAX_SINCE, readSince } from "./changes.ts";
import { type Parameters, readRequest, type RequestError, tooLong } from "./request.ts";
import { requestSay } from "./text/request_words.ts";
import { type BriefingText, textSteps } from "./text/mod.ts";
import type { BriefingSources } from "./world.ts";

/** A briefing ready to be shown. */
export interface AnsweredBriefing {
  readonly briefing: Briefing;
  readonly text: BriefingText;
  /** For `since` of the next one. */
  readonly digest: string;
  /** `null` where no earlier briefing was named. */
  readonly changes: Changes | null;
}

/** What is asked besides the flight. */
export interface Wish {
  readonly language: Language;
  /** A digest or an instant of an earlier briefing. */
  readonly since?: string;
}

/** Answers, or says everything that is wrong with the parameters. */
export function askBriefing(
  given: Parameters,
  wish: Wish,
  sources: BriefingSources,
): AnsweredBriefing | readonly RequestError[] {
  return atOnce(briefingSteps(given, wish, sources));
}

/** In steps: reports that come between two of them may be in one section and not yet in another. */
function* briefingSteps(
  given: Parameters,
  wish: Wish,
  sources: BriefingSources,
): Steps<AnsweredBriefing | readonly RequestError[]> {
  const errors: RequestError[] = [];
  const say = requestSay(wish.language);
  const text = wish.since?.trim() ?? "";
  const since = text === "" ? null : readSince(text);
  if (text !== "" && since === null) {
    errors.push({
      name: "since",
      detail: text.length > MAX_SINCE ? tooLong("since", say) : say("since"),
    });
  }
  const request = readRequest(given, sources.reports, say);
  if (!("waypoints" in request)) return [...request, ...errors];
  const briefing = yield* brief(request, sources, say);
  if (!("facts" in briefing)) return [briefing, ...errors];
  if (errors.length > 0) return errors;
  return {
    briefing,
    text: yield* textSteps(briefing, wish.language),
    digest: digestOf(briefing),
    changes: since === null ? null : changesSince(briefing, since),
  };
}

/** Briefings that are made at the same time take turns, so that requests are looked at between any two slices. */
const turn = turnsInLine();

/** Answers in slices of a few milliseconds: whoever else asks meanwhile does not wait for a long route. */
export function askInSlices(
  given: Parameters,
  wish: Wish,
  sources: BriefingSources,
): Promise<AnsweredBriefing | readonly RequestError[]> {
  const slicer = createSlicer({ turn });
  return inSteps(briefingSteps(given, wish, sources), () => slicer.pause());
}
