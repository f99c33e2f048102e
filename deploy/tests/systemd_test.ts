/**
 * The units of systemd: read by systemd itself, and with the permissions of the program.
 */
import assert from "node:assert/strict";
import { testWith } from "../../tests/support/requirements.ts";
import { UNIT, withExecStart } from "../../tools/deploy_options.ts";

const FOLDER = new URL("../systemd/", import.meta.url);

Deno.test("the unit runs the program with its own permissions", async () => {
  const unit = await Deno.readTextFile(new URL(`../../${UNIT}`, import.meta.url));
  assert.equal(withExecStart(unit), unit, "deno task docs:deploy makes it again");
  assert.doesNotMatch(unit, / -A\b|--allow-all|--allow-run|--allow-ffi/);
});

testWith(
  "systemd understands every line and calls it safe",
  ["systemd-analyze"],
  async ([program]) => {
    const folder = await Deno.makeTempDir();
    try {
      const files: string[] = [];
      for (const { name } of Deno.readDirSync(FOLDER)) {
        const text = await Deno.readTextFile(new URL(name, FOLDER));
        // What is started lies on another machine; the units' own lines are what is asked about.
        const here = text.replace(/\/(?:usr\/local\/bin\/deno|opt\S+\.sh)/g, "/bin/true");
        await Deno.writeTextFile(`${folder}/${name}`, here);
        files.push(`${folder}/${name}`);
      }
      assert.equal(files.length, 3);
      assert.equal((await run(program!, ["verify", "--man=no", ...files])).trim(), "");
      const service = `${folder}/aviation-weather.service`;
      // 0 is closed, 10 is open: 2 and below is what systemd calls fine for a network service.
      await run(program!, ["security", "--offline=true", "--threshold=20", service]);
      const wrong = (await Deno.readTextFile(service)).replace(
        "NoNewPrivileges=",
        "NoNewPrivilege=",
      );
      await Deno.writeTextFile(service, wrong);
      assert.match(await run(program!, ["verify", "--man=no", service]), /Unknown key/);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
);

async function run(program: string, args: string[]): Promise<string> {
  const { code, stdout, stderr } = await new Deno.Command(program, { args }).output();
  const text = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
  assert.equal(code, 0, text);
  return args[0] === "verify" ? text : "";
}
