import { t } from "./viewer.ts";

/** One report near the aerodrome. In the language of the page but for the raw text. */
export interface HazardRow {
  readonly code: string;
  readonly urgent: boolean;
  readonly title: string;
  readonly facts: readonly string[];
  readonly raw: string;
}

/** Reports of one product. */
export interface HazardGroup {
  readonly rows: readonly HazardRow[];
  /** Further ones that are not listed. */
  readonly more: number;
  /** Reports whose place could not be read: they may be here. */
  readonly unplaced: number;
  /** When the data came, in words; `null`: never, so nothing can be said. */
  readonly receivedAt: string | null;
  /** The data is too old to say "none". */
  readonly old: boolean;
  readonly href: string;
}

/** What the station page shows of hazards around it. */
export interface NearbyHazards {
  readonly radiusNm: number;
  readonly hours: number;
  readonly sigmets: HazardGroup;
  readonly pireps: HazardGroup;
}

/** SIGMETs over the place and pilot reports around it; "none" and "no data" never look alike. */
export function NearbyHazardsCard({ model }: { model: NearbyHazards }) {
  const { radiusNm, hours, sigmets, pireps } = model;
  return (
    <section class="card" aria-labelledby="hz">
      <h2 id="hz">{t("hazards.title")}</h2>
      <h3>{t("hazards.sigmets")}</h3>
      <Group group={sigmets} none={noneText(sigmets, "hazards.noSigmets")} />
      <h3>{t("hazards.pireps", { radius: radiusNm, hours })}</h3>
      <Group group={pireps} none={noneText(pireps, "hazards.noPireps")} />
    </section>
  );
}

function noneText(group: HazardGroup, key: "hazards.noSigmets" | "hazards.noPireps"): string {
  return group.receivedAt === null
    ? t("hazards.unavailable")
    : t(group.old ? "hazards.old" : key, { time: group.receivedAt });
}

function Group({ group, none }: { group: HazardGroup; none: string }) {
  const { rows, more, unplaced, href } = group;
  return (
    <>
      {rows.length === 0
        ? <p class={group.receivedAt === null || group.old ? "banner" : undefined}>{none}</p>
        : (
          <>
            {group.old && <p class="banner">{none}</p>}
            <ul class="notes">
              {rows.map((row) => (
                <li>
                  <b class={row.urgent ? "urgent" : undefined}>{row.title}</b>{" "}
                  <span class="soft">{row.facts.join(" · ")}</span>
                  <br />
                  <code lang="zxx">{row.raw}</code>
                </li>
              ))}
            </ul>
          </>
        )}
      <p class="soft">
        {unplaced > 0 && `${t("hazards.unplaced", { count: unplaced })} `}
        <a class="more" href={href}>
          {more > 0 ? `${t("hazards.all")} (+${more})` : t("hazards.all")}
        </a>
      </p>
    </>
  );
}
