/**
 * Cloud layers of a PIREP, bases and tops above mean sea level.
 *
 * @module
 */
import type { Source } from "../product.ts";
import { hundreds } from "./heights.ts";
import type { PirepSkyLayer } from "./model.ts";
import { span } from "./words.ts";

/** `BKN-OVC040-TOP065`, `OVCUNKN-TOP060`, `SCT035`, `OVC-TOP085`. */
const LAYER =
  /^(FEW|SCT|BKN|OVC)(?:-(FEW|SCT|BKN|OVC))?(\d{3}|UNKN?)?(?:-?TOPS?(\d{3,4}|UNKN?)|-(\d{3}|UNKN?))?$/;
/** `UNKN-TOP010`: only the top was seen. */
const ONLY_TOP = /^UNKN?-?TOPS?(\d{3})$/;
/** Older order: base, cover, top: `032OVC045`, `032OVCUNK`. */
const OLD_LAYER = /^(\d{3}|UNKN?)(FEW|SCT|BKN|OVC)(?:-?TOPS?)?(\d{3}|UNKN?)?$/;
const TOPS = /^TOPS?(\d{3})$/;
const CLEAR = new Set(["SKC", "CLR", "CLEAR"]);

type Cover = "FEW" | "SCT" | "BKN" | "OVC";

const height = (figures: string | undefined) =>
  figures === undefined || figures.startsWith("U") ? null : hundreds(figures);

/** Reads the layers of an `/SK` field; words that no rule claims are handed to `unclaimed`. */
export function readSky(
  raw: string,
  words: readonly Source[],
  unclaimed: (word: Source) => void,
): PirepSkyLayer[] {
  const layers: PirepSkyLayer[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (CLEAR.has(word.text)) {
      // `SKC ABV`: clear above the layers.
      const above = /^(?:ABV|ABOVE)$/.test(words[i + 1]?.text ?? "") ? words[++i]! : word;
      const source = above === word ? word : span(raw, word, above);
      layers.push({ cover: "clear", base: null, top: null, source });
      continue;
    }
    // A blank inside the group: `OVC 040`, `BKN040 TOP065`.
    const next = words[i + 1];
    if (
      next && /^(?:FEW|SCT|BKN|OVC)$/.test(word.text) && /^\d{3}(?:-TOPS?\d{3})?$/.test(next.text)
    ) {
      const joined = readLayer(word.text + next.text, span(raw, word, next));
      if (joined) {
        layers.push(joined);
        i++;
        continue;
      }
    }
    const tops = TOPS.exec(word.text) ??
      (/^TOPS?$/.test(word.text) && next ? /^(\d{3})$/.exec(next.text) : null);
    if (tops) {
      const last = layers.at(-1);
      const end = /^TOPS?$/.test(word.text) ? next! : word;
      if (last && last.top === null && last.cover !== "clear") {
        layers[layers.length - 1] = {
          ...last,
          top: hundreds(tops[1]!),
          source: {
            text: raw.slice(last.source.start, end.end),
            start: last.source.start,
            end: end.end,
          },
        };
      } else {
        layers.push({
          cover: "unknown",
          base: null,
          top: hundreds(tops[1]!),
          source: span(raw, word, end),
        });
      }
      if (end !== word) i++;
      continue;
    }
    const layer = readLayer(word.text, word);
    if (layer) layers.push(layer);
    else unclaimed(word);
  }
  return layers;
}

function readLayer(text: string, source: Source): PirepSkyLayer | null {
  const match = LAYER.exec(text);
  if (match) {
    const [, cover, coverTo, base, top, plainTop] = match;
    return {
      cover: cover as Cover,
      ...(coverTo !== undefined && { coverTo: coverTo as Cover }),
      base: height(base),
      top: height(top ?? plainTop),
      source,
    };
  }
  const top = ONLY_TOP.exec(text);
  if (top) return { cover: "unknown", base: null, top: height(top[1]), source };
  const old = OLD_LAYER.exec(text);
  if (old === null) return null;
  return { cover: old[2] as Cover, base: height(old[1]), top: height(old[3]), source };
}
