/**
 * Runs every test, and says at the end what passed, what failed and what was skipped and why.
 *
 * Tests that need a program of the system (Chromium, redis-server …) are skipped loudly where it is
 * missing: each writes a line into the file named by `TEST_SKIPS_FILE`. With `FORBID_SKIPS=1` a skip fails
 * the run.
 *
 * Arguments are handed to `deno test`: `deno task test lib/time` runs one folder.
 *
 * @module
 */

/** Loopback, and a name that never resolves (RFC 6761): a fault to be tried. */
const LOOPBACK = "127.0.0.1,localhost,0.0.0.0,[::1],weather.invalid";
const FLAGS = [
  "test",
  "--no-prompt",
  "--allow-read",
  "--allow-write",
  "--allow-env",
  "--allow-run",
  "--allow-sys",
  `--allow-net=${LOOPBACK}`,
  "--doc",
];
/** Everything that holds tests; named so that a stray folder of a user is not searched. */
const FOLDERS = ["lib", "edge", "routes", "islands", "tests", "tools"];

/** The totals of the last summary line of `deno test`: `ok | 5 passed (2 steps) | 0 failed | 1 ignored`. */
export function readSummary(output: string): { passed: number; failed: number } | null {
  let found: { passed: number; failed: number } | null = null;
  for (const line of output.split("\n")) {
    const match = /^(?:ok|FAILED) \| (\d+) passed(?: \(\d+ steps?\))? \| (\d+) failed/.exec(line);
    if (match) found = { passed: Number(match[1]), failed: Number(match[2]) };
  }
  return found;
}

// deno-lint-ignore no-control-regex -- terminal colours are control characters
const COLOURS = /\u001b\[[0-9;]*m/g;

/** Runs `deno test` with `args`, copying its output; returns its exit code and its text without colours. */
async function runTests(args: string[], env: Record<string, string>) {
  const child = new Deno.Command(Deno.execPath(), {
    args,
    env,
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const decoder = new TextDecoder();
  let tail = "";
  for await (const chunk of child.stdout) {
    await Deno.stdout.write(chunk);
    tail = (tail + decoder.decode(chunk, { stream: true })).slice(-200_000);
  }
  const { code } = await child.status;
  return { code, output: tail.replaceAll(COLOURS, "") };
}

async function main(): Promise<number> {
  const skipsFile = await Deno.makeTempFile({ prefix: "skips-" });
  const forbidSkips = Deno.env.get("FORBID_SKIPS") === "1";
  const asked = Deno.args.length > 0 ? Deno.args : FOLDERS;
  try {
    const seeded = Deno.env.get("FUZZ_SEED") ? ["--preload=tests/support/fuzz_seed.ts"] : [];
    const { code, output } = await runTests([...FLAGS, ...seeded, ...asked], {
      TEST_SKIPS_FILE: skipsFile,
      NO_COLOR: "1",
    });
    const skips = (await Deno.readTextFile(skipsFile)).split("\n").filter((line) => line !== "");
    const summary = readSummary(output);
    if (skips.length > 0) {
      console.log(`\nSKIPPED (${skips.length}), because a program is missing:`);
      for (const line of skips) console.log(`  ${line}`);
    }
    if (summary === null) {
      console.log("\nThe tests did not run to their end: no summary line was printed.");
      return code === 0 ? 1 : code;
    }
    console.log(`\n${summary.passed} passed, ${summary.failed} failed, ${skips.length} skipped`);
    if (summary.passed === 0) return 1;
    if (forbidSkips && skips.length > 0) {
      console.log("Skips are forbidden here (FORBID_SKIPS=1).");
      return 1;
    }
    return code;
  } finally {
    await Deno.remove(skipsFile);
  }
}

if (import.meta.main) Deno.exit(await main());
