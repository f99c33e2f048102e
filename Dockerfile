# syntax=docker/dockerfile:1
# The whole service in one image: pages, API and ingest. See docs/deployment.md.
#
#   docker build -t aviation-weather .
#   docker run --read-only --tmpfs /tmp -v weather:/app/data -p 8000:8000 aviation-weather
#
# The program has the permissions of `deno task start` and no other (tests/deploy/image_test.ts compares them).
# A deployment that talks to more hosts, or runs the API alone, names that in the command:
#
#   docker run … aviation-weather --allow-net=redis:6379 main.js
#   docker run … aviation-weather api.js

# Pinned by version; a release pins by digest: --build-arg BUILD_IMAGE=denoland/deno:debian-2.9.6@sha256:…
ARG BUILD_IMAGE=docker.io/denoland/deno:debian-2.9.6
ARG RUNTIME_IMAGE=docker.io/denoland/deno:distroless-2.9.6

FROM ${BUILD_IMAGE} AS build
WORKDIR /src
# The lock file first: packages are fetched again only when it changes.
COPY deno.json deno.lock ./
RUN ["deno", "install", "--frozen"]
COPY . .
RUN ["deno", "task", "bundle"]

# Nothing is run from here on, so the base needs no shell.
FROM ${RUNTIME_IMAGE}
LABEL org.opencontainers.image.title="Aviation Weather Services" \
      org.opencontainers.image.licenses="MIT"
ENV HOST=0.0.0.0 \
    PORT=8000 \
    DENO_DIR=/tmp/deno \
    DENO_NO_UPDATE_CHECK=1 \
    NO_COLOR=1
WORKDIR /app
COPY --from=build /src/dist/ ./
COPY --from=build /src/deploy/docker/healthcheck.js ./
# The only folder that is written. A number, so that Kubernetes can see that it is not root.
COPY --from=build --chown=1993:1993 /src/dist/data/ ./data/
USER 1993:1993
EXPOSE 8000
VOLUME ["/app/data"]
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["deno", "run", "--no-prompt", "--no-remote", "--allow-net=127.0.0.1", "--allow-env=PORT", "healthcheck.js"]
# permissions: begin, made by tools/deploy_options.ts
ENTRYPOINT ["deno", \
  "run", \
  "--no-prompt", \
  "--no-remote", \
  "--v8-flags=--disallow-code-generation-from-strings,--max-semi-space-size=8,--no-allocation-site-pretenuring,--heap-growing-percent=20,--page-promotion-threshold=5,--compaction-max-evacuated-bytes-mb=1", \
  "--allow-net=127.0.0.1,0.0.0.0,localhost,aviationweather.gov:443,api.checkwx.com:443,tgftp.nws.noaa.gov:443,api.openai.com:443", \
  "--deny-net=169.254.0.0/16", \
  "--allow-env=PORT,HOST,LOG_LEVEL,ACCESS_LOG,DATA_DIR,WEATHER_SOURCE,AWC_BASE_URL,PRIMARY_WEATHER_API,CHECKWX_API_KEY,CHECKWX_API_KEY_FILE,CHECKWX_BASE_URL,CHECKWX_DAILY_CALLS,NOAA_BASE_URL,FAILOVER_AFTER_SECONDS,FAILOVER_STATIONS,CONTACT,METAR_POLL_SECONDS,TAF_POLL_SECONDS,HAZARD_POLL_SECONDS,STATION_POLL_SECONDS,SNAPSHOT_SECONDS,ROLE,NODE_NAME,STORE,HISTORY_STORE,REDIS_URL,REDIS_URL_FILE,REDIS_PASSWORD,REDIS_PASSWORD_FILE,UPSTASH_REDIS_REST_URL,UPSTASH_REDIS_REST_TOKEN,UPSTASH_REDIS_REST_TOKEN_FILE,MONGODB_URI,MONGODB_URI_FILE,RETENTION_DAYS,HISTORY_DAYS,MAPBOX_ACCESS_TOKEN,OPENAI_API_KEY,OPENAI_API_KEY_FILE,OPENAI_BASE_URL,OPENAI_MODEL,OPENAI_API,OPENAI_DAILY_CALLS,OPENAI_DAILY_CALLS_PER_USER,METRICS,METRICS_TOKEN,METRICS_TOKEN_FILE,SENTRY_DSN,SENTRY_DSN_FILE,SENTRY_ENVIRONMENT,TRUST_PROXY,ALLOWED_HOSTS,MAX_IN_FLIGHT,DRAIN_DELAY_MS,DRAIN_TIMEOUT_MS", \
  "--ignore-env", \
  "--allow-read=_fresh,static,routes,islands,lib,edge,utils.ts,fresh.config.ts,/run/secrets,./data", \
  "--allow-write=./data"]
# permissions: end
CMD ["main.js"]
