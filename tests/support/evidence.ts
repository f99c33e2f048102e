/**
 * Totals of the suites whose numbers are promised: what was tried, with the command, the seed and the commit.
 *
 * @module
 */
const FOLDER = new URL("../../docs/evidence/", import.meta.url);

/** What one suite tried and found. */
export interface Evidence {
  /** What was tried, in a few words. */
  readonly title: string;
  /** The command that does it again. */
  readonly command: string;
  /** The seed of what was random; `null` where nothing was. */
  readonly seed: number | null;
  /** Counts and times by name, with the unit in the name: `"longest pause (ms)"`. */
  readonly totals: Readonly<Record<string, number | string>>;
}

/**
 * Writes the totals of a suite to `docs/evidence/<id>.json` when the environment says `EVIDENCE=write`; else only
 * prints them. `deno task docs:evidence` makes the page of these files.
 *
 * @param id The row of the list of targets: `R1`, `S9`.
 */
export async function recordEvidence(id: string, evidence: Evidence): Promise<void> {
  const totals = Object.entries(evidence.totals).map(([name, value]) => `${name} ${value}`);
  console.log(`${id} ${evidence.title}: ${totals.join(", ")}`);
  if (Deno.env.get("EVIDENCE") !== "write") return;
  const commit = await currentCommit();
  const record = { id, ...evidence, commit, date: new Date().toISOString().slice(0, 10) };
  await Deno.mkdir(FOLDER, { recursive: true });
  await Deno.writeTextFile(new URL(`${id}.json`, FOLDER), JSON.stringify(record, null, 2) + "\n");
}

async function currentCommit(): Promise<string> {
  const { success, stdout } = await new Deno.Command("git", {
    args: ["rev-parse", "--short", "HEAD"],
    cwd: new URL("../../", import.meta.url),
    stdout: "piped",
    stderr: "null",
  }).output();
  return success ? new TextDecoder().decode(stdout).trim() : "unknown";
}
