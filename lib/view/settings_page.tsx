/**
 * The form of the settings: complete without script, one POST.
 *
 * @module
 */
import {
  type ChoiceName,
  CHOICES,
  type Minima,
  MINIMA_NUMBERS,
  type MinimaNumber,
  type Settings,
} from "./settings/mod.ts";
import type { TextKey } from "./text/mod.ts";
import { t } from "./viewer.ts";

/** What the form shows: the settings in force, and what became of the last attempt to change them. */
export interface SettingsPageModel {
  readonly settings: Settings;
  readonly saved: boolean;
  /** Names of fields that were not understood. */
  readonly invalid: readonly string[];
}

const LOOK: readonly ChoiceName[] = ["language", "palette", "textSize", "clock", "rules"];
const UNITS: readonly ChoiceName[] = ["wind", "visibility", "height", "temperature", "pressure"];
const YES_NO = ["freezing", "thunder"] as const;

/** The page. */
export function SettingsPage({ model }: { model: SettingsPageModel }) {
  const { settings, saved, invalid } = model;
  return (
    <div class="prose">
      <h1>{t("settings.title")}</h1>
      <p>{t("settings.lead")}</p>
      <div role="status">{saved && <p class="banner">{t("settings.saved")}</p>}</div>
      {invalid.length > 0 && (
        <p class="banner bad" role="alert">
          {t("settings.invalid", { fields: invalid.map(nameOf).join(", ") })}
        </p>
      )}
      <form class="fields" method="post" action="/settings">
        <fieldset>
          <legend>{t("settings.look")}</legend>
          {LOOK.map((name) => <Choice key={name} name={name} chosen={settings[name]} />)}
        </fieldset>
        <fieldset>
          <legend>{t("settings.units")}</legend>
          {UNITS.map((name) => <Choice key={name} name={name} chosen={settings[name]} />)}
          <p class="soft">{t("settings.unitsNote")}</p>
        </fieldset>
        <fieldset>
          <legend>{t("settings.limits")}</legend>
          <p class="soft">{t("settings.limitsNote")}</p>
          {(Object.keys(MINIMA_NUMBERS) as MinimaNumber[]).map((name) => (
            <Limit name={name} minima={settings.minima} invalid={invalid.includes(name)} />
          ))}
          {YES_NO.map((name) => (
            <label class="check">
              <input type="checkbox" name={name} value="yes" checked={settings.minima[name]} />{" "}
              {t(`settings.${name}`)}
            </label>
          ))}
        </fieldset>
        <p>
          <button type="submit">{t("settings.save")}</button>{" "}
          <button type="submit" class="quiet" name="reset" value="yes" formnovalidate>
            {t("settings.reset")}
          </button>
        </p>
      </form>
    </div>
  );
}

function Choice({ name, chosen }: { name: ChoiceName; chosen: string }) {
  const id = `s-${name}`;
  return (
    <p class="field">
      <label for={id}>{t(`settings.${name}`)}</label>
      <select id={id} name={name}>
        {CHOICES[name].map((value) => (
          <option value={value} selected={value === chosen} lang={langOf(name, value)}>
            {choiceText(name, value)}
          </option>
        ))}
      </select>
    </p>
  );
}

/** Languages name themselves. */
function langOf(name: ChoiceName, value: string): string | undefined {
  return name === "language" && value !== "auto" ? value : undefined;
}

const UNIT_CHOICES = new Set<ChoiceName>(UNITS);

function choiceText(name: ChoiceName, value: string): string {
  if (value === "reported") return t("settings.reported");
  return t(
    (UNIT_CHOICES.has(name) ? `settings.unit.${value}` : `settings.${name}.${value}`) as TextKey,
  );
}

function Limit({ name, minima, invalid }: {
  name: MinimaNumber;
  minima: Minima;
  invalid: boolean;
}) {
  const id = `s-${name}`;
  const { max, step } = MINIMA_NUMBERS[name];
  return (
    <p class="field">
      <label for={id}>{t(`settings.${name}`)}</label>
      <input
        id={id}
        name={name}
        type="number"
        inputmode="decimal"
        min="0"
        max={String(max)}
        step={step < 1 ? "0.25" : String(step)}
        value={minima[name] === null ? "" : String(minima[name])}
        aria-invalid={invalid ? "true" : undefined}
      />
    </p>
  );
}

function nameOf(field: string): string {
  return t(`settings.${field}` as TextKey);
}
