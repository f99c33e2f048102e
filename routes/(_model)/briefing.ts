/**
 * From a briefing to the model of its page.
 *
 * @module
 */
import type { PlainText } from "../../lib/briefing/model/text.ts";
import {
  type AnsweredBriefing,
  type Briefing,
  PARAMETERS,
  type Parameters,
  Words,
} from "../../lib/briefing/mod.ts";
import { zuluNear } from "../../lib/view/age.ts";
import type { BriefingModel, ProfileModel } from "../../lib/view/briefing/model.ts";
import type { TextKey } from "../../lib/view/text/mod.ts";
import type { Viewer } from "../../lib/view/viewer.ts";
import { rawModel, Teller } from "./told.ts";

/** The model of a briefing; `given` are the parameters of its address. */
export function briefingModel(
  answer: AnsweredBriefing,
  given: Parameters,
  viewer: Viewer,
  { asked, plain, model }: {
    /** The parameters with the limits of the settings. */
    readonly asked: Parameters;
    /** The text of a model, where it was asked for. */
    readonly plain: PlainText | null;
    /** Name of the model that may be asked. */
    readonly model: string | null;
  },
): BriefingModel {
  const { briefing, text } = answer;
  const now = Date.parse(briefing.generatedAt);
  const teller = new Teller(
    { ...briefing, news: newsOf(answer.changes) },
    new Words(viewer.language, now),
  );
  const first = new Set<string>();
  return {
    title: text.title,
    route: briefing.track.waypoints.map(({ name }) => name).join(" – "),
    madeAt: zuluNear(now, now, viewer.months),
    flight: teller.sentences(text.flight),
    sections: (plain ?? text).sections.map(({ title, state, sentences }, i) => ({
      number: i + 1,
      title,
      state,
      sentences: teller.sentences(sentences),
      raw: teller.reportsFirstIn(sentences, first).map((report) =>
        rawModel(report, teller.tokens(report), now, viewer)
      ),
    })),
    profile: profileModel(briefing, teller.words),
    changes: changesText(answer, viewer),
    plain: plain && authorText(plain, now, viewer),
    model,
    links: linksOf(answer, given, asked, viewer),
  };
}

function newsOf(changes: AnsweredBriefing["changes"]): ReadonlyMap<string, "added" | "changed"> {
  return new Map([
    ...(changes?.changed ?? []).map((id) => [id, "changed"] as const),
    ...(changes?.added ?? []).map((id) => [id, "added"] as const),
  ]);
}

/** Who wrote the sentences, or why the model wrote none. */
function authorText({ author }: PlainText, now: number, viewer: Viewer): string {
  const { state, model, writtenAt, accepted, refused, endedBy } = author;
  if (writtenAt === null) return viewer.t(PLAIN_REASONS[state] ?? "brief.plain.failed");
  const time = zuluNear(Date.parse(writtenAt), now, viewer.months);
  const told = viewer.t("brief.plain.written", { model: model ?? "?", time, accepted, refused });
  return endedBy === null ? told : `${told} ${viewer.t("brief.plain.cut")}`;
}

/** Why there is no text of the model; all other states are faults. */
export const PLAIN_REASONS: Readonly<Partial<Record<PlainText["author"]["state"], TextKey>>> = {
  nothingToWord: "brief.plain.nothing",
  stale: "brief.plain.stale",
  userSpent: "brief.plain.userSpent",
  daySpent: "brief.plain.daySpent",
};

const LAYER_KINDS: Readonly<Record<string, ProfileModel["layers"][number]["kind"]>> = {
  icing: "icing",
  turbulence: "turbulence",
  mountainWave: "turbulence",
  lowLevelWindShear: "turbulence",
  thunderstorm: "convective",
  thunderstormWithHail: "convective",
  cumulonimbus: "convective",
  toweringCumulus: "convective",
};

function profileModel({ profile, track }: Briefing, words: Words): ProfileModel {
  return {
    totalNm: profile.totalNm,
    altitudeFt: profile.altitudeFt,
    topFt: profile.topFt,
    southern: (track.waypoints[0]?.point.latitude ?? 0) < 0,
    stations: profile.stations,
    layers: joinedLayers(profile.layers).map((
      { phenomenon, severe, fromNm, toNm, ...heights },
    ) => ({
      kind: LAYER_KINDS[phenomenon] ?? "other",
      label: words.warned([phenomenon], severe ? ["severe"] : []),
      fromNm,
      toNm,
      ...heights,
    })),
    winds: profile.winds,
    freezing: profile.freezing,
  };
}

type Layer = Briefing["profile"]["layers"][number];

/** Layers of the same kind and heights that meet, as snapshots that follow each other do, are drawn as one. */
function joinedLayers(layers: readonly Layer[]): Layer[] {
  const joined: Layer[] = [];
  for (const layer of layers.toSorted((a, b) => a.fromNm - b.fromNm)) {
    const at = joined.findIndex((one) =>
      one.phenomenon === layer.phenomenon && one.severe === layer.severe &&
      one.lowFt === layer.lowFt && one.highFt === layer.highFt && layer.fromNm <= one.toNm + 15
    );
    const one = joined[at];
    if (one === undefined) joined.push(layer);
    else joined[at] = { ...one, toNm: Math.max(one.toNm, layer.toNm) };
  }
  return joined;
}

function changesText({ changes, briefing }: AnsweredBriefing, viewer: Viewer): string | null {
  if (changes === null) return null;
  const time = zuluNear(Date.parse(changes.since), Date.parse(briefing.generatedAt), viewer.months);
  const partial = changes.partial ? ` ${viewer.t("brief.changes.partial")}` : "";
  if (changes.gone === null) {
    return changes.changed.length === 0
      ? viewer.t("brief.changes.none", { time })
      : viewer.t("brief.changes.instant", { time, changed: changes.changed.length });
  }
  const total = changes.added.length + changes.changed.length + changes.gone;
  const text = total === 0
    ? viewer.t("brief.changes.none", { time })
    : viewer.t("brief.changes.some", {
      time,
      added: changes.added.length,
      changed: changes.changed.length,
      gone: changes.gone,
    });
  return text + partial;
}

/** Parameters for an address, the departure as an instant, so that they mean the same to everybody who opens it. */
function queryOf({ briefing }: AnsweredBriefing, parameters: Parameters): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of PARAMETERS) {
    const value = name === "departure"
      ? `${new Date(briefing.request.departure).toISOString().slice(0, 16)}Z`
      : parameters[name]?.trim();
    if (value) query.set(name, value);
  }
  return query;
}

function linksOf(
  answer: AnsweredBriefing,
  given: Parameters,
  asked: Parameters,
  { language }: Viewer,
): BriefingModel["links"] {
  const share = queryOf(answer, given).toString();
  const stream = queryOf(answer, asked);
  stream.set("lang", language);
  return {
    share: `/brief?${share}`,
    again: `/brief?${share}&since=${answer.digest}`,
    short: `/brief?${share}&format=text`,
    full: `/brief?${share}&format=text&length=full`,
    json: `/api/v1/briefing?${share}`,
    model: `/brief?${share}&text=model`,
    stream: `/api/v1/briefing?${stream}&text=model&format=events`,
  };
}
