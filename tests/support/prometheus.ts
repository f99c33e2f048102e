/**
 * A real Prometheus on a free port, scraping one target every second.
 *
 * @module
 */
import { freePort } from "./loopback.ts";
import { until } from "./wait.ts";

/** What is run and what it looks at. */
export interface PrometheusOptions {
  /** Path of the program. */
  readonly program: string;
  /** An empty folder for its data and configuration. */
  readonly folder: string;
  /** `host:port` of the service. */
  readonly target: string;
  /** Files with rules, evaluated every second. */
  readonly rules?: readonly string[];
}

/** A running Prometheus. */
export interface Prometheus {
  /** `http://127.0.0.1:PORT`. */
  readonly address: string;
  /** The samples of an instant query; throws the answer's own words when the expression is wrong. */
  query(expression: string): Promise<readonly unknown[]>;
}

/** Runs Prometheus until it has scraped the target once, hands it to `use`, and ends it. */
export async function withPrometheus(
  options: PrometheusOptions,
  use: (prometheus: Prometheus) => Promise<void>,
): Promise<void> {
  const { program, folder, target, rules = [] } = options;
  const port = freePort();
  const config = `${folder}/prometheus.yml`;
  await Deno.writeTextFile(
    config,
    `global: { scrape_interval: 1s, evaluation_interval: 1s }
rule_files: ${JSON.stringify(rules)}
scrape_configs:
  - job_name: aviation-weather
    static_configs: [{ targets: ["${target}"] }]
`,
  );
  const child = new Deno.Command(program, {
    args: [
      `--config.file=${config}`,
      `--storage.tsdb.path=${folder}/tsdb`,
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).spawn();
  const address = `http://127.0.0.1:${port}`;
  const query = async (expression: string) => {
    const url = `${address}/api/v1/query?query=${encodeURIComponent(expression)}`;
    const answer = await (await fetch(url)).json();
    if (answer.status !== "success") throw new Error(`${expression}: ${answer.error}`);
    return answer.data.result;
  };
  try {
    // Refused as long as it does not listen.
    const isUp = () => query("up == 1").then((samples) => samples.length > 0, () => false);
    await until(isUp, 30_000, "a first scrape", 200);
    await use({ address, query });
  } finally {
    child.kill("SIGTERM");
    await child.status;
  }
}
