/**
 * What the briefing page shows.
 *
 * @module
 */
import type { Category } from "../category.tsx";

/** A piece of a sentence; `href` leads to the token it was read from. */
export interface SentencePart {
  readonly text: string;
  readonly href?: string;
}

/** A sentence with its marks. */
export interface SentenceModel {
  readonly id: string;
  readonly parts: readonly SentencePart[];
  /** It names a hazard. */
  readonly hazard: boolean;
  /** Category of a report or forecast, or `undefined` where it is about none. */
  readonly category?: Category | null;
  /** A raw report that it rests on. */
  readonly report?: { readonly href: string; readonly label: string };
  readonly news?: "added" | "changed";
  /** Worded by a language model and found right. */
  readonly byModel?: boolean;
}

/** A raw report. */
export interface RawModel {
  readonly id: string;
  readonly label: string;
  /** When it was observed or issued, and from whom. */
  readonly about: string;
  readonly stale: boolean;
  /** A record and no text that anybody wrote. */
  readonly record: boolean;
  /** Pieces of the text: one with an id can be reached. */
  readonly pieces: readonly {
    readonly text: string;
    readonly id?: string;
    readonly unparsed?: boolean;
  }[];
  /** Only the lines that were used. */
  readonly excerpt: boolean;
}

/** One of the ten sections. */
export interface SectionModel {
  readonly number: number;
  readonly title: string;
  readonly state: "given" | "omitted" | "unavailable";
  readonly sentences: readonly SentenceModel[];
  /** Reports that are first named here. */
  readonly raw: readonly RawModel[];
}

/** The side view. */
export interface ProfileModel {
  readonly totalNm: number;
  readonly altitudeFt: number;
  readonly topFt: number;
  /** Hemisphere of the start: barbs point the other way in the south. */
  readonly southern: boolean;
  readonly stations: readonly {
    readonly id: string;
    readonly alongNm: number;
    readonly elevationFt: number | null;
    readonly category: Category | null;
    readonly worst: Category | null;
    readonly clouds: readonly { readonly amount: string; readonly baseFt: number }[];
  }[];
  readonly layers: readonly {
    readonly kind: "icing" | "turbulence" | "convective" | "other";
    readonly label: string;
    readonly fromNm: number;
    readonly toNm: number;
    readonly lowFt: number | null;
    readonly highFt: number | null;
  }[];
  readonly winds: readonly {
    readonly alongNm: number;
    readonly altitudeFt: number;
    readonly directionDeg: number;
    readonly speedKt: number;
  }[];
  readonly freezing: readonly { readonly alongNm: number; readonly feet: number }[];
}

/** What the form is filled with. */
export type FormValues = Readonly<Partial<Record<string, string>>>;

/** A finished briefing. */
export interface BriefingModel {
  readonly title: string;
  readonly route: string;
  readonly madeAt: string;
  readonly flight: readonly SentenceModel[];
  readonly sections: readonly SectionModel[];
  readonly profile: ProfileModel;
  /** What changed, in one sentence; `null` where nothing was compared. */
  readonly changes: string | null;
  /** Who wrote the sentences, where a language model was asked; else `null`. */
  readonly plain: string | null;
  /** Name of the language model that may be asked; `null` where there is none. */
  readonly model: string | null;
  readonly links: {
    readonly share: string;
    readonly again: string;
    readonly short: string;
    readonly full: string;
    readonly json: string;
    readonly model: string;
    /** The same text as events, while it is written. */
    readonly stream: string;
  };
}

/** The page: a form, and a briefing once one was asked for. */
export interface BriefPageModel {
  readonly form: FormValues;
  readonly errors: readonly { readonly name: string; readonly detail: string }[];
  readonly briefing: BriefingModel | null;
}
