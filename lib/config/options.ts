/**
 * The table of options: every variable of the environment that the service knows. The table in
 * `docs/operations.md` is made from it.
 *
 * @module
 */
import {
  address,
  choice,
  connection,
  dsn,
  flag,
  integer,
  list,
  type Option,
  text,
} from "./kinds.ts";

/** Every option, by the name under which the program reads it. */
export const OPTIONS = {
  port: integer({
    name: "PORT",
    description: "Port on which the service listens; 0 takes a free one.",
    default: "8000",
    min: 0,
    max: 65535,
  }),
  host: text({
    name: "HOST",
    description:
      "Address on which the service listens. Never expose it without a proxy in front: set 0.0.0.0 only inside a container.",
    default: "127.0.0.1",
    min: 1,
    max: 253,
    what: "an address or host name of this machine",
  }),
  logLevel: choice({
    name: "LOG_LEVEL",
    description: "Least severe messages that are logged.",
    default: "info",
    of: ["debug", "info", "warn", "error"],
  }),
  accessLog: choice({
    name: "ACCESS_LOG",
    description:
      "Which requests get a line in the log: those that failed (5xx) or took over a second, all, or none.",
    default: "problems",
    of: ["problems", "all", "none"],
  }),
  dataDir: text({
    name: "DATA_DIR",
    description: "Folder for the snapshot of the world and for quarantined files.",
    default: "./data",
    min: 1,
    max: 1024,
    what: "a path of at most 1024 characters",
  }),
  weatherSource: choice({
    name: "WEATHER_SOURCE",
    description:
      "live: real reports only, anything marked as simulated is refused. simulator, replay: everything is marked as simulated.",
    default: "live",
    of: ["live", "simulator", "replay"],
  }),
  awcBaseUrl: address({
    name: "AWC_BASE_URL",
    description: "Where the Aviation Weather Center's files are fetched.",
    default: "https://aviationweather.gov",
  }),
  primaryApi: choice({
    name: "PRIMARY_WEATHER_API",
    description:
      "First source of METARs and TAFs. checkwx: CheckWX is asked first, within its daily quota, for the stations asked for most; the Aviation Weather Center's files still fill the rest. Needs CHECKWX_API_KEY, without which it is awc.",
    default: "awc",
    of: ["awc", "checkwx"],
  }),
  checkwxKey: text({
    name: "CHECKWX_API_KEY",
    description: "Key of CheckWX. Without one it is not used; see docs/providers.md.",
    default: "",
    secret: true,
    max: 256,
    what: "at most 256 printable ASCII characters",
  }),
  checkwxBaseUrl: address({
    name: "CHECKWX_BASE_URL",
    description: "Where CheckWX is asked.",
    default: "https://api.checkwx.com",
  }),
  checkwxCalls: integer({
    name: "CHECKWX_DAILY_CALLS",
    description: "Calls a day that the plan of the key allows; 90 % of them are used at most.",
    default: "200",
    min: 10,
    max: 1000000,
  }),
  noaaBaseUrl: address({
    name: "NOAA_BASE_URL",
    description:
      "Where the text files of the US National Weather Service are fetched, the last resort. Used with live weather only.",
    default: "https://tgftp.nws.noaa.gov/data",
  }),
  failoverSeconds: integer({
    name: "FAILOVER_AFTER_SECONDS",
    description:
      "Seconds that the first source of METARs or TAFs must fail before others are asked.",
    default: "180",
    min: 0,
    max: 86400,
  }),
  failoverStations: integer({
    name: "FAILOVER_STATIONS",
    description:
      "Most stations that are kept up to date by other sources, those asked for most coming first.",
    default: "200",
    min: 1,
    max: 5000,
  }),
  contact: text({
    name: "CONTACT",
    description:
      "Site or mail address put into the User-Agent of outgoing requests, as the Aviation Weather Center asks. Set it when you run the service.",
    default: "",
    max: 120,
    what: "at most 120 printable ASCII characters",
  }),
  metarSeconds: integer({
    name: "METAR_POLL_SECONDS",
    description: "Seconds between two fetches of the METAR file (rebuilt every minute).",
    default: "60",
    min: 30,
    max: 3600,
  }),
  tafSeconds: integer({
    name: "TAF_POLL_SECONDS",
    description: "Seconds between two fetches of the TAF file (rebuilt every ten minutes).",
    default: "600",
    min: 60,
    max: 7200,
  }),
  hazardSeconds: integer({
    name: "HAZARD_POLL_SECONDS",
    description:
      "Seconds between two fetches of each of the PIREP, SIGMET and G-AIRMET files, and of the CWAs (at least 60).",
    default: "60",
    min: 30,
    max: 3600,
  }),
  stationSeconds: integer({
    name: "STATION_POLL_SECONDS",
    description: "Seconds between two fetches of the table of stations (rebuilt once a day).",
    default: "86400",
    min: 3600,
    max: 604800,
  }),
  snapshotSeconds: integer({
    name: "SNAPSHOT_SECONDS",
    description: "Least seconds between two snapshots of the world on disk; 0 keeps none.",
    default: "60",
    min: 0,
    max: 86400,
  }),
  role: choice({
    name: "ROLE",
    description:
      "What this node is to others on the same store; see docs/cluster.md. all: polls if no other does, and serves everything. poller: the same without pages. web: never polls, serves what the poller writes.",
    default: "all",
    of: ["all", "web", "poller"],
  }),
  nodeName: text({
    name: "NODE_NAME",
    description: "Name of this node in metrics and log. Empty: a random one.",
    default: "",
    max: 64,
    what: "at most 64 printable ASCII characters",
  }),
  store: choice({
    name: "STORE",
    description:
      "What nodes share: current reports, changes, the lease of the poller, quotas. auto: Redis, Upstash or MongoDB if its address is given, in this order, else kv, a file in the data folder. memory: gone with the process. none: each node by itself, without a history.",
    default: "auto",
    of: ["auto", "kv", "redis", "upstash", "mongo", "memory", "none"],
  }),
  historyStore: choice({
    name: "HISTORY_STORE",
    description:
      "Where the history of reports and accounts are kept. auto: MongoDB if its address is given, else a file in the data folder (kv); with STORE=upstash there, with STORE=memory in memory.",
    default: "auto",
    of: ["auto", "kv", "redis", "upstash", "mongo", "memory"],
  }),
  redisUrl: connection({
    name: "REDIS_URL",
    description: "Address of Redis, redis://host:6379/0 or rediss://… for TLS.",
    default: "",
    secret: true,
    schemes: ["redis", "rediss"],
  }),
  redisPassword: text({
    name: "REDIS_PASSWORD",
    description: "Password of Redis, where it does not stand in the address.",
    default: "",
    secret: true,
    max: 512,
    what: "at most 512 printable ASCII characters",
  }),
  upstashUrl: connection({
    name: "UPSTASH_REDIS_REST_URL",
    description: "Address of the REST interface of Upstash.",
    default: "",
    schemes: ["https", "http"],
  }),
  upstashToken: text({
    name: "UPSTASH_REDIS_REST_TOKEN",
    description: "Token of Upstash.",
    default: "",
    secret: true,
    max: 512,
    what: "at most 512 printable ASCII characters",
  }),
  mongodbUri: connection({
    name: "MONGODB_URI",
    description:
      "Address of MongoDB with the name of the database: mongodb://… or mongodb+srv://….",
    default: "",
    secret: true,
    schemes: ["mongodb", "mongodb+srv"],
  }),
  retentionDays: integer({
    name: "RETENTION_DAYS",
    description: "Days after its observation that a station's last report is kept for other nodes.",
    default: "7",
    min: 1,
    max: 30,
  }),
  historyDays: integer({
    name: "HISTORY_DAYS",
    description: "Days that every report is kept for the history; 0 keeps none.",
    default: "30",
    min: 0,
    max: 3650,
  }),
  mapboxToken: text({
    name: "MAPBOX_ACCESS_TOKEN",
    description:
      "Public token of Mapbox (pk.…): offers a street map behind the weather at /map?view=street, whose reader's browser asks Mapbox for one picture. Restrict it to your address. Without one nothing external is loaded.",
    default: "",
    max: 300,
    what: "at most 300 printable ASCII characters",
  }),
  openaiKey: text({
    name: "OPENAI_API_KEY",
    description:
      "Key of a language model that may word facts of a briefing for those who ask for it; see docs/plain_language.md. Without one all text is written by templates.",
    default: "",
    secret: true,
    max: 512,
    what: "at most 512 printable ASCII characters",
  }),
  openaiBaseUrl: address({
    name: "OPENAI_BASE_URL",
    description:
      "Where the model is asked: OpenAI, or a server that speaks its protocol, whose host must then be allowed with --allow-net (127.0.0.1 is).",
    default: "https://api.openai.com/v1",
  }),
  openaiModel: text({
    name: "OPENAI_MODEL",
    description: "Name of the model, as its server knows it; it is shown beside its text.",
    default: "gpt-4.1-mini",
    min: 1,
    max: 120,
    what: "1 to 120 printable ASCII characters",
  }),
  openaiApi: choice({
    name: "OPENAI_API",
    description:
      "Which interface of the server is used. auto: Responses, and Chat Completions where the server does not know it.",
    default: "auto",
    of: ["auto", "responses", "chat"],
  }),
  openaiCalls: integer({
    name: "OPENAI_DAILY_CALLS",
    description: "Most questions to the model a day, of all readers and nodes together.",
    default: "500",
    min: 0,
    max: 1000000,
  }),
  openaiCallsPerUser: integer({
    name: "OPENAI_DAILY_CALLS_PER_USER",
    description: "Most questions to the model a day for one address of a reader.",
    default: "20",
    min: 0,
    max: 100000,
  }),
  metrics: flag({
    name: "METRICS",
    description: "Whether /metrics and /api/metrics answer.",
    default: "true",
  }),
  metricsToken: text({
    name: "METRICS_TOKEN",
    description: "When set, metrics are given only with the header Authorization: Bearer TOKEN.",
    default: "",
    secret: true,
    max: 256,
    what: "at most 256 printable ASCII characters",
  }),
  sentryDsn: dsn({
    name: "SENTRY_DSN",
    description:
      "Where errors of the log are sent as well (Sentry, or what speaks its protocol); its host must be allowed with --allow-net. Empty: nowhere.",
    default: "",
    secret: true,
  }),
  sentryEnvironment: text({
    name: "SENTRY_ENVIRONMENT",
    description: "Name of the installation beside each error that is sent.",
    default: "production",
    min: 1,
    max: 64,
    what: "1 to 64 printable ASCII characters",
  }),
  trustProxy: list({
    name: "TRUST_PROXY",
    description:
      "Addresses of the proxies, or ranges of them, whose X-Forwarded-For and X-Request-Id are believed, comma-separated.",
    default: "",
    item: /^[0-9A-Fa-f.:]{2,45}(\/\d{1,3})?$/,
    what: "IP addresses or ranges (10.0.0.0/8), comma-separated",
  }),
  allowedHosts: list({
    name: "ALLOWED_HOSTS",
    description:
      "Host names that the service answers for, comma-separated; others get 421. Empty: any.",
    default: "",
    item: /^[A-Za-z0-9.-]{1,253}(:\d{1,5})?$|^\[[0-9A-Fa-f:.]{2,45}\](:\d{1,5})?$/,
    what: "host names, comma-separated",
  }),
  maxInFlight: integer({
    name: "MAX_IN_FLIGHT",
    description: "Requests in progress at once; the next one gets 503.",
    default: "512",
    min: 1,
    max: 100000,
  }),
  drainDelayMs: integer({
    name: "DRAIN_DELAY_MS",
    description:
      "After SIGTERM, milliseconds during which the service is not ready but still answers, so that balancers notice.",
    default: "5000",
    min: 0,
    max: 60000,
  }),
  drainTimeoutMs: integer({
    name: "DRAIN_TIMEOUT_MS",
    description: "Milliseconds that running requests get to finish after that.",
    default: "20000",
    min: 0,
    max: 120000,
  }),
} as const satisfies Record<string, Option<unknown>>;

/** The options as read: `config.port` is a number, `config.logLevel` one of its words. */
export type Config = {
  readonly [K in keyof typeof OPTIONS]: (typeof OPTIONS)[K] extends Option<infer T> ? T : never;
};
