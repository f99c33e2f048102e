/**
 * The units of systemd: read by systemd itself, and with the permissions of the program.
 */
import assert from "node:assert/strict";
import { inFolder } from "../../tests/support/folder.ts";
import { testWith } from "../../tests/support/requirements.ts";
import { sayWell } from "../../tests/support/say.ts";
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
    await inFolder(async (folder) => {
      const files: string[] = [];
      for (const { name } of Deno.readDirSync(FOLDER)) {
        const text = await Deno.readTextFile(new URL(name, FOLDER));
        // What is started lies on another machine; the units' own lines are what is asked about.
        const here = text.replace(/\/(?:usr\/local\/bin\/deno|opt\S+\.sh)/g, "/bin/true");
        await Deno.writeTextFile(`${folder}/${name}`, here);
        files.push(`${folder}/${name}`);
      }
      assert.equal(files.length, 3);
      assert.equal((await sayWell(program!, ["verify", "--man=no", ...files])).text.trim(), "");
      const service = `${folder}/aviation-weather.service`;
      // 0 is closed, 10 is open: 2 and below is what systemd calls fine for a network service.
      await sayWell(program!, ["security", "--offline=true", "--threshold=20", service]);
      const wrong = (await Deno.readTextFile(service)).replace(
        "NoNewPrivileges=",
        "NoNewPrivilege=",
      );
      await Deno.writeTextFile(service, wrong);
      const { text } = await sayWell(program!, ["verify", "--man=no", service]);
      assert.match(text, /Unknown key/);
    });
  },
);
